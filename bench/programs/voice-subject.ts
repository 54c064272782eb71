import pg from "pg";
import { installModel, openModel } from "@/lib/ai";
import { installDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { startRunner } from "@/lib/jobs";
import { serve } from "@/lib/process";
import { webhookRoutes } from "@/lib/webhooks";
import { installWiring } from "@/lib/wiring/install-wiring";
import { socketRoutes } from "@/lib/wiring/sockets";
import { announceReady } from "./announce-ready";

/**
 * The product's voice webhooks and sockets as the web process mounts them, with its own client to a model at `modelUrl`.
 * Answers `{ ask: "queries" }` with how many statements were sent so far, and how many when the model was last asked.
 */
const [appUrl = "", platformUrl = "", origin = "", modelUrl = "", worker] = process.argv.slice(2);
env.publicUrl = origin;

let queries = 0;
let queriesWhenAsked = 0;
const query: (...given: unknown[]) => unknown = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  queries += 1;
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;
process.on("message", (message: { ask?: string }) => {
  if (message.ask === "queries") process.send?.({ queries, queriesWhenAsked });
});

installDatabase({ appUrl, platformUrl, poolSize: 20 });
installWiring();
const model = openModel({ apiKey: "bench", baseUrl: modelUrl, model: "bench" });
installModel({
  streamChat: (request) => {
    queriesWhenAsked = queries;
    return model.streamChat(request);
  },
});
if (worker === "worker") await startRunner({ report: console.error });
const { server } = serve({
  ...{ origin: () => env.publicUrl, native: webhookRoutes, streams: [], sockets: socketRoutes },
  rest: async (_request, response) => void response.writeHead(404).end(),
});
announceReady(server);
