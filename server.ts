import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import {
  answerHealth,
  type NativeRoute,
  type Serving,
  type SocketRoute,
  type StreamRoute,
  serve,
} from "@/lib/process";

/** What is answered ahead of Next, in the same process: about four times as fast, and streams cost a fraction of the memory. */
export type WebTables = {
  native: readonly NativeRoute[];
  streams: readonly StreamRoute[];
  sockets: readonly SocketRoute[];
};

const HEALTH: NativeRoute = { method: "GET", path: "/api/health", answer: answerHealth };

/**
 * Prepares the web process; it listens when asked to.
 * @param reload serves pages from sources as they change; then webhooks too go through their route.ts, which reloads
 */
export async function createWeb(tables: WebTables, { reload }: { reload: boolean }): Promise<Serving> {
  // Next adds its own upgrade listener to the server it is told about. This one never listens: we pass on what Next shall see.
  const forNext = createServer();
  const pages = next({ dev: reload, dir: ".", hostname: "localhost", port: env.port, httpServer: forNext });
  await pages.prepare();
  const answerWithNext = pages.getRequestHandler();
  const serving = serve({
    origin: () => env.publicUrl,
    native: reload ? [HEALTH] : [HEALTH, ...tables.native],
    streams: tables.streams,
    sockets: tables.sockets,
    rest: (request, response) => answerWithNext(request, response),
    restUpgrade: reload ? (...upgrade) => void forNext.emit("upgrade", ...upgrade) : undefined,
  });
  return {
    ...serving,
    stop: async () => {
      await serving.stop();
      await pages.close();
    },
  };
}
