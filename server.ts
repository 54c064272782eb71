import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import {
  answerHealth,
  markHosted,
  type NativeRoute,
  type Served,
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

/** Next, ready to answer. */
export type Pages = Pick<Served, "rest" | "restUpgrade"> & { reload: boolean; close(): Promise<void> };

/**
 * Loads Next; needs no database, so it can happen while that starts.
 * @param reload serves pages from sources as they change
 */
export async function preparePages(reload: boolean): Promise<Pages> {
  // Next adds its own upgrade listener to the server it is told about. This one never listens: we pass on what Next shall see.
  const forNext = createServer();
  markHosted();
  const pages = next({ dev: reload, dir: ".", hostname: "localhost", port: env.port, httpServer: forNext });
  await pages.prepare();
  const answer = pages.getRequestHandler();
  return {
    reload,
    rest: (request, response) => answer(request, response),
    restUpgrade: reload ? (...upgrade) => void forNext.emit("upgrade", ...upgrade) : undefined,
    close: () => pages.close(),
  };
}

/** The web process over our tables and the pages; it listens when asked to. */
export function createWeb(tables: WebTables, pages: Pages): Serving {
  const serving = serve({
    origin: () => env.publicUrl,
    // While developing, webhooks go through their route.ts, which reloads.
    native: pages.reload ? [HEALTH] : [HEALTH, ...tables.native],
    streams: tables.streams,
    sockets: tables.sockets,
    rest: pages.rest,
    restUpgrade: pages.restUpgrade,
  });
  return {
    ...serving,
    stop: async () => {
      await serving.stop();
      await pages.close();
    },
  };
}
