import { z } from "zod";
import type { Id } from "@/lib/kernel/ids";

/** How a receptionist is heard. gather works on every carrier; relay and stream hold a socket open. */
export const talkModes = ["gather", "relay", "stream"] as const;
export type TalkMode = (typeof talkModes)[number];

/** Whether calls are recorded: never, after saying so, or only when the caller agrees. */
export const recordingModes = ["off", "announce", "ask"] as const;
export type RecordingMode = (typeof recordingModes)[number];

/** What a receptionist may do on its own. */
export const Abilities = z.object({
  book: z.boolean().default(true),
  move: z.boolean().default(true),
  cancel: z.boolean().default(true),
  takeMessages: z.boolean().default(true),
  textCaller: z.boolean().default(true),
  transfer: z.boolean().default(true),
});
export type Abilities = z.output<typeof Abilities>;

function limit(least: number, most: number) {
  const error = `${least} to ${most}`;
  return z.int(error).min(least, error).max(most, error);
}

/** Where a conversation is cut, so that none runs for ever or costs without end. */
export const ConversationLimits = z.object({
  turns: limit(4, 200).default(60),
  minutes: limit(1, 60).default(15),
  toolCalls: limit(1, 50).default(20),
  texts: limit(0, 5).default(2),
});
export type ConversationLimits = z.output<typeof ConversationLimits>;

/** A receptionist's settings, defaults filled in. */
export type ReceptionistView = {
  id: Id;
  numberId: Id | null;
  name: string;
  persona: string;
  greeting: string;
  languages: string[];
  voice: string;
  talk: TalkMode;
  facts: string;
  address: string;
  abilities: Abilities;
  recording: RecordingMode;
  limits: ConversationLimits;
};
