import { env } from "@/lib/env";
import { addHealthCheck, type Lifetime } from "@/lib/process";
import { webhookRoutes } from "@/lib/webhooks";
import { unsafeAskDatabase } from "@/lib/wiring/ask-database";
import { openLive } from "@/lib/wiring/live";
import { socketRoutes } from "@/lib/wiring/sockets";
import { createWeb, type Pages } from "@/server";

/** Serves pages, API, webhooks and the live stream on PORT; returns when it listens. */
export async function startWeb(lifetime: Lifetime, pages: Pages): Promise<void> {
  addHealthCheck("database", unsafeAskDatabase);
  const live = await openLive();
  const streams = [{ path: "/api/stream", open: live.open }];
  const web = createWeb({ native: webhookRoutes, streams, sockets: socketRoutes }, pages);
  // Together: streams never end by themselves, and the server opens no new ones from here on.
  lifetime.onStop("The web server", async () => void (await Promise.all([web.stop(), live.stop()])));
  await web.listen(env.port);
}
