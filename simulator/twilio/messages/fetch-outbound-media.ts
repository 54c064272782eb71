import { newMedia } from "../../world/new-media";
import type { Message } from "../../world/records";
import type { World } from "../../world/world";

const MOST_BYTES = 16 * 1024 * 1024;
const LONGEST_MS = 10_000;

/** Twilio copies the media of a message from the customer's URLs before sending. False when one could not be had. */
export async function fetchOutboundMedia(world: World, message: Message): Promise<boolean> {
  for (const url of message.mediaUrls) {
    const file = await download(url);
    if (!file) return false;
    const media = newMedia(world, { accountSid: message.accountSid, messageSid: message.sid, ...file });
    message.mediaSids.push(media.sid);
  }
  return true;
}

async function download(url: string): Promise<{ contentType: string; data: Buffer } | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_MS) });
    const data = Buffer.from(await response.arrayBuffer());
    const contentType = response.headers.get("content-type") ?? "application/octet-stream";
    return response.ok && data.length <= MOST_BYTES ? { contentType, data } : null;
  } catch {
    return null;
  }
}
