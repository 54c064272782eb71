import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import type { Live } from "@/lib/events";
import { serve } from "@/lib/process";
import { startTestCarrier } from "@/lib/setup/testing";
import { webhookRoutes } from "@/lib/webhooks";
import { installWiring } from "@/lib/wiring/install-wiring";
import { openLive } from "@/lib/wiring/live";

/** What a proxy in front of the desk does to requests; "none": nothing. */
export type Interference = "none" | "rewrites_bodies" | "breaks_input" | "buffers_streams" | "gone";

/** A whole desk at a public address, behind a proxy that can misbehave, and the carrier. */
export type Desk = {
  simulator: Awaited<ReturnType<typeof startTestCarrier>>;
  proxy: { does: Interference };
  close(): Promise<void>;
};

/** Starts webhooks, live stream and carrier as in real life. A worker's heartbeat is written by hand. */
export async function openDesk(): Promise<Desk> {
  await testDatabase();
  installWiring();
  const simulator = await startTestCarrier();
  const live: Live = await openLive();
  const proxy: Desk["proxy"] = { does: "none" };
  const web = serve({
    ...{ origin: () => env.publicUrl, native: webhookRoutes, sockets: [] },
    streams: [{ path: "/api/stream", open: (request, response) => live.open(request, response) }],
    rest: async (request, response) => {
      response.writeHead(request.url === "/api/health" ? 200 : 404, { "content-type": "application/json" });
      response.end('{"status":"ok","checks":{}}');
    },
  });
  await web.listen(0);
  const inner = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`;
  const outer = createServer((request, response) => void pass(inner, proxy, request, response));
  await new Promise<void>((resolve) => outer.listen(0, "127.0.0.1", resolve));
  Object.assign(env, { publicUrl: `http://127.0.0.1:${(outer.address() as AddressInfo).port}` });
  await unsafePlatformSql("a test plays the worker", (sql) =>
    sql.run(
      "INSERT INTO worker_heartbeats (worker_id, seen_at) VALUES ('test', now() + interval '1 hour') ON CONFLICT (worker_id) DO NOTHING",
    ),
  );
  return {
    ...{ simulator, proxy },
    close: async () => {
      outer.closeAllConnections();
      outer.close();
      await live.stop();
      await web.stop();
      await simulator.close();
    },
  };
}

async function pass(
  inner: string,
  { does }: Desk["proxy"],
  request: import("node:http").IncomingMessage,
  response: import("node:http").ServerResponse,
): Promise<void> {
  if (does === "gone") return void request.socket.destroy();
  const isPost = request.method === "POST";
  if (does === "breaks_input" && /\/(gather|input)\?/.test(request.url ?? ""))
    return void response.writeHead(502).end();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const sent = does === "rewrites_bodies" ? body.replaceAll("+", "%2B") : body;
  const headers = Object.entries(request.headers).filter(
    ([name]) => !["host", "content-length", "connection"].includes(name),
  );
  const answer = await fetch(inner + request.url, {
    method: request.method ?? "GET",
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(isPost ? { body: sent } : {}),
    redirect: "manual",
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (does === "buffers_streams" && request.url?.startsWith("/api/stream")) return;
  response.flushHeaders();
  for await (const chunk of answer.body ?? []) response.write(chunk);
  response.end();
}
