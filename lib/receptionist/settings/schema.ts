import { z } from "zod";
import { Locale } from "@/lib/tenants/schema";
import { Abilities, ConversationLimits, recordingModes, talkModes } from "../contract/settings";
import type { TalkChoices } from "./talk-rules";

const Text = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters`);
const Name = (longest: number) => Text(longest).min(1, "Give it a name");
const Time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Use a time such as 09:30");

/** How a receptionist speaks and what it may do. */
export const ReceptionistSettings = z.object({
  name: Name(60),
  persona: Text(2000),
  greeting: Text(600).min(1, "Say how calls are answered"),
  languages: z.array(Locale).min(1, "Choose at least one language").max(6),
  voice: Text(80),
  talk: z.enum(talkModes),
  address: Text(300),
  facts: Text(8000),
  abilities: Abilities,
  recording: z.enum(recordingModes),
  limits: ConversationLimits,
});
export type ReceptionistSettings = z.output<typeof ReceptionistSettings>;

/** For which number; null for all numbers without a receptionist of their own. */
export const NumberScope = z.object({ numberId: z.uuid().nullable().default(null) });
export const NumberQuery = z.object({ numberId: z.uuid().optional() });
export const OneNumber = NumberQuery.required();

export const SaveReceptionist = ReceptionistSettings.extend(NumberScope.shape);
export type SaveReceptionist = z.output<typeof SaveReceptionist>;

/** Questions that customers ask, with the answers the business wants given. */
export const KnownAnswers = z.object({
  answers: z
    .array(z.object({ id: z.uuid(), question: Name(200), answer: Text(1000).min(1, "Write the answer") }))
    .max(80, "At most 80 answers"),
});
export type KnownAnswers = z.output<typeof KnownAnswers>;

/** People that calls may be put through to: a member, or a number outside. */
export const TransferTargets = z.object({
  targets: z
    .array(
      z.object({
        ...{ id: z.uuid(), label: Name(80), memberId: z.uuid().nullable() },
        ...{ e164: Text(40).nullable(), isEmergency: z.boolean() },
      }),
    )
    .max(30, "At most 30 people"),
});
export type TransferTargets = z.output<typeof TransferTargets>;

/** What the business offers, and who gives it. */
export const Offers = z.object({
  services: z
    .array(
      z.object({
        ...{ id: z.uuid(), name: Name(80), description: Text(300) },
        minutes: z.int("Whole minutes").min(5, "At least 5 minutes").max(720, "At most 12 hours"),
        bufferMinutes: z.int("Whole minutes").min(0, "0 or more").max(240, "At most 4 hours"),
        priceMinor: z
          .int("Write a price such as 120 or 89.50")
          .min(0)
          .max(100_000_000, "This price is too high")
          .nullable(),
        isBookable: z.boolean(),
      }),
    )
    .max(60, "At most 60 services"),
  staff: z.array(z.object({ id: z.uuid(), name: Name(80) })).max(60, "At most 60 people"),
});
export type Offers = z.output<typeof Offers>;

const Span = z
  .object({ opensAt: Time, closesAt: Time })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    error: "It closes before it opens",
    path: ["closesAt"],
  });

/** When the business is open: the week, and days that differ. */
export const OpeningTimes = z.object({
  weekly: z
    .array(z.intersection(Span, z.object({ weekday: z.int().min(0).max(6) })))
    .max(50)
    .refine(
      (rows) => !rows.some((one, index) => rows.slice(index + 1).some((other) => overlap(one, other))),
      "Two times of one day overlap",
    ),
  days: z
    .array(
      z
        .object({ day: z.iso.date(), opensAt: Time.nullable(), closesAt: Time.nullable(), reason: Text(80) })
        .refine(({ opensAt, closesAt }) => (opensAt === null) === (closesAt === null), {
          error: "Give both times, or none",
          path: ["closesAt"],
        })
        .refine(({ opensAt, closesAt }) => opensAt === null || closesAt === null || opensAt < closesAt, {
          ...{ error: "It closes before it opens", path: ["closesAt"] },
        }),
    )
    .max(100, "At most 100 special days"),
});
export type OpeningTimes = z.output<typeof OpeningTimes>;

/** One line said in the try-it chat, with what the browser keeps of it; nothing is written. */
export const Rehearsal = NumberScope.extend({
  said: z.string().max(2000),
  history: z
    .array(z.object({ speaker: z.enum(["caller", "assistant"]), text: z.string().max(2000) }))
    .max(60),
  dialog: z.record(z.string(), z.unknown()).default({}),
  toolCallsSoFar: z.int().min(0).max(1000).default(0),
  /** What stands in the form, saved or not. */
  draft: ReceptionistSettings.partial().optional(),
  /** The lists as they stand in the form, where they differ from what is saved. Free times are still looked up in the calendar as it is. */
  knowledge: z
    .object({ answers: KnownAnswers, offers: Offers, opening: OpeningTimes, targets: TransferTargets })
    .partial()
    .default({}),
});
export type Rehearsal = z.output<typeof Rehearsal>;

/** What the try-it chat gets back. */
export const RehearsalReply = z.object({
  text: z.string(),
  next: z.object({ do: z.string(), targetId: z.string().optional() }),
  dialog: z.record(z.string(), z.unknown()),
  source: z.enum(["model", "offline"]),
  language: z.string().optional(),
  tools: z.array(z.object({ name: z.string(), ok: z.boolean() })),
});
export type RehearsalReply = z.output<typeof RehearsalReply>;

/** Everything the settings page shows. */
export type ReceptionistDesk = {
  settings: ReceptionistSettings;
  /** Whether this number (or the business) has settings of its own, or borrows them. */
  isOwn: boolean;
  numbers: { id: string; e164: string; label: string; hasOwn: boolean }[];
  answers: KnownAnswers["answers"];
  targets: TransferTargets["targets"];
  offers: Offers;
  opening: OpeningTimes;
  members: { id: string; name: string }[];
  business: { name: string; currency: string; timezone: string; country: string };
  /** Whether a model answers, or the offline receptionist. */
  hasModel: boolean;
  /** Which ways of talking can be chosen, and what the others need. */
  talkChoices: TalkChoices;
};

function overlap(one: Wall, other: Wall): boolean {
  return one.weekday === other.weekday && one.opensAt < other.closesAt && other.opensAt < one.closesAt;
}

type Wall = { weekday: number; opensAt: string; closesAt: string };
