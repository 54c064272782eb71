import { installDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { serve } from "@/lib/process";
import { webhookRoutes } from "@/lib/webhooks";
import { installWiring } from "@/lib/wiring/install-wiring";
import { announceReady } from "./announce-ready";

/** The product's own webhooks as the web process mounts them, without Next behind. */
const [appUrl = "", platformUrl = "", origin = ""] = process.argv.slice(2);
env.publicUrl = origin;
installDatabase({ appUrl, platformUrl, poolSize: 20 });
installWiring();
const { server } = serve({
  ...{ origin: () => env.publicUrl, native: webhookRoutes, streams: [], sockets: [] },
  rest: async (_request, response) => void response.writeHead(404).end(),
});
announceReady(server);
