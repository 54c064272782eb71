import type { ServerResponse } from "node:http";
import type { Exchange, Reply } from "../http/exchange";
import { problem } from "../http/reply";
import type { World } from "../world/world";

const HEARTBEAT_MS = 15_000;

/** GET /handset/stream?phone=: server-sent events; event `message` carries a message each time it is new or changes. */
export function streamNews({ world, query }: Exchange): Reply {
  const phone = query.get("phone");
  if (!phone) return problem(422, "Say whose phone: ?phone=%2B14155552671");
  return { status: 200, stream: (response) => stream(world, phone, response) };
}

function stream(world: World, phone: string, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": the phone is on\n\n");
  const stop = world.news.listen((news) => {
    if (news.phone === phone) response.write(`event: ${news.kind}\ndata: ${JSON.stringify(news.data)}\n\n`);
  });
  const beat = () => {
    if (response.closed) return;
    response.write(": still on\n\n");
    world.schedule(HEARTBEAT_MS, beat);
  };
  world.schedule(HEARTBEAT_MS, beat);
  response.on("close", stop);
}
