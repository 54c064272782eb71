import type { Exchange, Reply } from "../http/exchange";
import { json, problem } from "../http/reply";
import { handsetView, isOnHandset, phoneOf } from "../world/handset-view";

/** GET /handset/messages?phone=: everything on that phone, oldest first; `business` and `channel` narrow it. */
export function listHandsetMessages({ world, query }: Exchange): Reply {
  const phone = query.get("phone");
  if (!phone) return problem(422, "Say whose messages: ?phone=%2B14155552671");
  const [business, channel] = [query.get("business"), query.get("channel")];
  const data = [...world.store.messages.values()]
    .filter((message) => phoneOf(message) === phone && isOnHandset(message))
    .map((message) => handsetView(world, message))
    .filter(
      (message) => (!business || message.business === business) && (!channel || message.channel === channel),
    );
  return json(200, { data });
}
