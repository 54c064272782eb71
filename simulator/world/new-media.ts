import { newSid, randomHex } from "./random";
import type { Media } from "./records";
import type { World } from "./world";

type Given = Pick<Media, "accountSid" | "messageSid" | "contentType" | "data">;

/** Hosts a file that belongs to a message. */
export function newMedia(world: World, given: Given): Media {
  const media = {
    ...given,
    sid: newSid(world.random, "ME"),
    storageName: randomHex(world.random, 40),
    createdAt: world.clock.now(),
  };
  world.store.media.set(media.sid, media);
  return media;
}

/** The files of a message, in order. */
export function mediaOf(world: World, mediaSids: string[]): Media[] {
  return mediaSids.flatMap((sid) => world.store.media.get(sid) ?? []);
}
