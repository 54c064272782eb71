import { z } from "zod";
import type { Exchange, Reply } from "../http/exchange";
import { readJson } from "../http/read-exchange";
import { json, problem } from "../http/reply";
import { receiveMessage } from "../twilio/messages/receive-message";
import type { Delivery } from "../webhooks/deliver-webhook";
import { findNumber, hasChannel } from "../world/store";
import { phoneBook } from "./phone-book";
import { readMedia } from "./read-media";

const Body = z.object({
  carrier: z.enum(["twilio", "vobiz"]).default("twilio"),
  from: z.string().min(1),
  to: z.string().min(1),
  body: z.string().default(""),
  channel: z.enum(["sms", "whatsapp"]).default("sms"),
  media: z
    .array(
      z.union([
        z.object({ contentType: z.string(), data: z.base64() }),
        z.object({ url: z.url(), contentType: z.string().optional() }),
      ]),
    )
    .max(10)
    .default([]),
  profileName: z.string().optional(),
  overrides: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])).default({}),
  signature: z.enum(["genuine", "forged", "none"]).default("genuine"),
  repeat: z.number().int().min(1).max(500).default(1),
});

/** POST /handset/messages: a phone writes to a business number; answers with what the product said to the webhook. */
export async function sendMessageFromHandset(exchange: Exchange): Promise<Reply> {
  const parsed = Body.safeParse(readJson(exchange));
  if (!parsed.success) return problem(422, z.prettifyError(parsed.error));
  const { world } = exchange;
  const { carrier, to, channel, profileName, media, ...rest } = parsed.data;
  const number = findNumber(world.store, carrier, to);
  const account = world.store.accounts.get(number?.accountSid ?? "");
  if (!number || !account)
    return problem(404, `No ${carrier} account in the simulator owns the number ${to}.`);
  if (carrier === "vobiz") return problem(422, "Vobiz carries no text messages; use a Twilio number.");
  if (!hasChannel(number, channel)) return problem(422, `The number ${to} has no ${channel} channel.`);
  const files = await readMedia(media);
  if (!files) return problem(422, "A media URL could not be fetched.");
  const name = profileName ?? phoneBook.find(({ phone }) => phone === rest.from)?.name ?? rest.from;
  const received = await receiveMessage(world, {
    ...rest,
    account,
    number,
    channel,
    profileName: name,
    media: files,
  });
  const [first] = received.deliveries;
  return json(200, {
    messageSid: received.message.sid,
    request: { url: first?.url ?? received.url, fields: Object.fromEntries(received.fields) },
    response: first ? renderDelivery(first) : null,
    responses: received.deliveries.map(renderDelivery),
  });
}

function renderDelivery({ status, body, ms, attempts, error, dropped }: Delivery) {
  return { status, body, ms, attempts, error, dropped };
}
