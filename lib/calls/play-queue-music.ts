import type { CallQueued } from "@/lib/carriers";
import { queueWords } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { listQueues, musicUrl } from "@/lib/queues";
import { QueueSettings } from "@/lib/queues/schema";
import { readTenant } from "@/lib/tenants";
import type { CallReply } from "./schema";

/**
 * What a caller hears who waits in a queue of the carrier's own, as businesses have them that moved over: their place by the
 * carrier's count, then the music of the business's first queue. The carrier asks again when it has played.
 */
export async function playQueueMusic(ctx: Ctx, { position, averageSeconds }: CallQueued): Promise<CallReply> {
  const [queue] = await listQueues(ctx);
  const { locale } = await readTenant(ctx);
  const settings = queue?.settings ?? QueueSettings.parse({});
  const words = queueWords(locale);
  const minutes = Math.ceil((averageSeconds ?? 0) / 60);
  const said = [
    words.thanks,
    ...(settings.saysPosition && position ? [position === 1 ? words.next : words.position(position)] : []),
    ...(settings.saysWait && minutes > 0 ? [minutes < 2 ? words.soon : words.minutes(minutes)] : []),
    ...settings.messages.slice(0, 1),
  ];
  return {
    instructions: [
      { kind: "say", text: said.join(" "), language: locale },
      { kind: "play", url: musicUrl(ctx, settings.music, settings.everySeconds) },
    ],
    dialect: null,
  };
}
