import { z } from "zod";

/** Where a caller goes who has waited enough. `go_on`: where the flow's step leads. */
export const QueueExit = z.enum(["voicemail", "receptionist", "hang_up", "go_on"]);
export type QueueExit = z.output<typeof QueueExit>;

/** Where people can send a waiting caller. */
export const QueueMove = z.object({ to: z.enum(["voicemail", "receptionist", "hang_up"]) });
export type QueueMove = z.output<typeof QueueMove>;

/** A key that leads out of a queue. */
const QueueKey = z.object({
  key: z.string().regex(/^[0-9*#]$/, "One key: 0 to 9, * or #"),
  to: z.enum(["voicemail", "receptionist"]),
});

/** What callers of a queue hear: our own music, or a file of the business's. */
const QueueMusic = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("built_in") }),
  z.object({
    kind: z.literal("file"),
    id: z.uuid(),
    name: z.string().max(120),
    contentType: z.enum(["audio/wav", "audio/mpeg"]),
  }),
]);
export type QueueMusic = z.output<typeof QueueMusic>;

/** How a queue treats its callers. */
export const QueueSettings = z.object({
  /** People of the transfer list, in the order in which they are rung. */
  targetIds: z.array(z.uuid()).max(50).default([]),
  strategy: z.enum(["longest_idle", "in_order", "together"]).default("longest_idle"),
  ringSeconds: z.int().min(5).max(60).default(20),
  welcome: z.string().trim().max(500).default(""),
  /** Said in turn while somebody waits. */
  messages: z.array(z.string().trim().min(1).max(500)).max(10).default([]),
  music: QueueMusic.default({ kind: "built_in" }),
  /** Seconds of music between words. */
  everySeconds: z.int().min(10).max(120).default(30),
  saysPosition: z.boolean().default(true),
  saysWait: z.boolean().default(true),
  longestSeconds: z.int().min(30).max(3_600).default(600),
  whenTooLong: QueueExit.default("voicemail"),
  /** What is said before hanging up. */
  lastWords: z.string().trim().max(500).default(""),
  /** Whether callers wait although nobody could be rung. */
  waitsForNobody: z.boolean().default(false),
  keys: z
    .array(QueueKey)
    .max(4)
    .default([
      { key: "1", to: "voicemail" },
      { key: "2", to: "receptionist" },
    ])
    .refine((keys) => new Set(keys.map(({ key }) => key)).size === keys.length, {
      error: "Each key can lead to one place only.",
    }),
});
export type QueueSettings = z.output<typeof QueueSettings>;

const QueueName = z.string().trim().min(1, "Give the queue a name").max(80);

/** Settings as they are sent: the music has an address of its own. */
const GivenSettings = QueueSettings.omit({ music: true });

export const NewQueue = z.object({ name: QueueName, settings: GivenSettings.prefault({}) });
export type NewQueue = z.output<typeof NewQueue>;

export const QueueChange = z.object({ name: QueueName, settings: GivenSettings });
export type QueueChange = z.output<typeof QueueChange>;

export type QueueView = {
  id: string;
  name: string;
  settings: QueueSettings;
  updatedAt: string;
  /** People of the transfer list who are rung, in order. */
  people: { id: string; label: string; memberId: string | null; e164: string | null }[];
};

/** A queue as a waiting call finds it: how it treats callers, and where this one stands. */
export type QueueAround = Omit<QueueSettings, "targetIds" | "strategy" | "music"> & {
  name: string;
  musicUrl: string;
  /** 1: next. Of somebody who is not in it: what they would be. */
  position: number;
  /** Null: nobody can say. */
  estimateSeconds: number | null;
  waitedSeconds: number;
  /** Whether there is anybody who could be rung, now or when they are done. */
  isStaffed: boolean;
  /** Who is to be rung for this caller now. */
  rings: { identity: string | null; e164: string | null }[];
  wish: QueueMove["to"] | null;
};

/** Somebody who waits, as the live page shows them. */
export type WaitingCaller = {
  id: string;
  callId: string;
  queueId: string;
  position: number;
  joinedAt: string;
  address: string;
  name: string | null;
  customerId: string | null;
  conversationId: string | null;
  callsBefore: number;
  /** Who is being rung for them. */
  ringing: string[];
};

/** Where somebody of a queue is. `away` can not be rung. */
export type SeatView = {
  seat: string;
  label: string;
  memberId: string | null;
  isPhone: boolean;
  state: "free" | "ringing" | "talking" | "resting" | "away";
  since: string | null;
};

export type QueueFigures = {
  id: string;
  name: string;
  strategy: QueueSettings["strategy"];
  waiting: WaitingCaller[];
  seats: SeatView[];
  /** Of today: taken, left without having talked to anybody, and the median wait of those taken in seconds. */
  today: { taken: number; lost: number; medianWaitSeconds: number | null };
};

/** Everything about all queues at this moment. */
export type QueueBoard = { queues: QueueFigures[]; mySeat: string | null; at: string };

/** Where a carrier finds the music: ours by its seconds, or a business's file. */
export const MusicParams = z.object({ owner: z.string().max(40), file: z.string().max(40) });

/** The queue that a call is sent to, and what to tell whoever takes it. */
export const QueueChoice = z.object({
  queueId: z.uuid(),
  brief: z.string().trim().max(500).default(""),
});
