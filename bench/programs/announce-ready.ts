import type { Server } from "node:http";

/** Listens on loopback, tells the bench where, answers `{ ask: "memory" }`, and ends with the bench. */
export function announceReady(server: Server): void {
  process.once("disconnect", () => process.exit(0));
  process.on("message", (message: { ask?: string }) => {
    if (message.ask === "memory") process.send?.({ bytes: settledMemory() });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.({ port: typeof address === "object" ? address?.port : 0 });
  });
}

function settledMemory(): number {
  for (let round = 0; round < 5; round += 1) globalThis.gc?.();
  return process.memoryUsage().rss;
}
