import { newSid } from "../../world/random";
import type { Voice, WaitingLine } from "../call";

/** A queue of an account by its name, if anybody ever entered it. */
export function findQueue({ queues }: Voice, accountSid: string, name: string): WaitingLine | undefined {
  return queues.get(`${accountSid}|${name}`);
}

/** The same, made on demand as the carrier makes it. */
export function openQueue(voice: Voice, accountSid: string, name: string, maxSize: number): WaitingLine {
  const found = findQueue(voice, accountSid, name);
  if (found) return found;
  const queue = { sid: newSid(voice.world.random, "QU"), name, accountSid, maxSize, members: [] };
  voice.queues.set(`${accountSid}|${name}`, queue);
  return queue;
}
