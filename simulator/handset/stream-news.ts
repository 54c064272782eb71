import type { ServerResponse } from "node:http";
import type { Exchange, Reply } from "../http/exchange";
import type { World } from "../world/world";

const HEARTBEAT_MS = 15_000;

/**
 * GET /handset/stream?phone=: server-sent events; event `message` carries a message each time it is new or changes.
 * Without `phone` it tells of every phone on the desk.
 */
export function streamNews({ world, query }: Exchange): Reply {
  const phone = query.get("phone");
  return { status: 200, stream: (response) => stream(world, phone, response) };
}

function stream(world: World, phone: string | null, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": the phone is on\n\n");
  const stop = world.news.listen((news) => {
    if (phone === null || news.phone === phone)
      response.write(`event: ${news.kind}\ndata: ${JSON.stringify(news.data)}\n\n`);
  });
  const beat = () => {
    if (response.closed) return;
    response.write(": still on\n\n");
    world.schedule(HEARTBEAT_MS, beat);
  };
  world.schedule(HEARTBEAT_MS, beat);
  response.on("close", stop);
}
