/** Next calls this once, before it answers. Our own server has opened everything already; where Next runs alone, this does. */
export async function register(): Promise<void> {
  // Written out, because Next also builds this file for a runtime without Node and then drops the branch.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { openWhereAlone } = await import("@/lib/wiring/open-alone");
    openWhereAlone();
  }
}
