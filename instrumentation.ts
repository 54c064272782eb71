import { isHosted } from "@/lib/process";

/** Next calls this once, before it answers. Our own server has opened everything already; where Next runs alone, this does. */
export async function register(): Promise<void> {
  if (isHosted()) return;
  const { openAlone } = await import("@/lib/wiring/open-alone");
  openAlone();
}
