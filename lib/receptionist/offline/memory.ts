import { z } from "zod";
import type { Kept } from "../contract/kept";

/** A free time that was named to the caller; local time as tools write it. */
export const Offer = z.object({ startsAt: z.string(), staffId: z.string(), staff: z.string() });
export type Offer = z.output<typeof Offer>;

/** Finding a time: for a new appointment, or for moving one. */
export const Scheduling = z.object({
  kind: z.literal("schedule"),
  stage: z.enum(["service", "when", "choose", "confirm"]),
  serviceId: z.string().nullable(),
  staffId: z.string().nullable(),
  /** The appointment that is being moved. */
  movingId: z.string().nullable(),
  offers: z.array(Offer).max(6),
});
export type Scheduling = z.output<typeof Scheduling>;

export const Own = z.object({
  id: z.string(),
  service: z.string(),
  serviceId: z.string(),
  staffId: z.string(),
  startsAt: z.string(),
});
export type Own = z.output<typeof Own>;

/** What the offline receptionist is in the middle of: each is a question it asked. */
export const Task = z.discriminatedUnion("kind", [
  Scheduling,
  z.object({ kind: z.literal("choose_own"), purpose: z.enum(["move", "cancel"]), own: z.array(Own).max(10) }),
  z.object({ kind: z.literal("cancel"), own: Own }),
  z.object({ kind: z.literal("message") }),
  z.object({ kind: z.literal("name") }),
  z.object({ kind: z.literal("person"), targetId: z.string(), label: z.string() }),
  z.object({ kind: z.literal("offer_message") }),
  z.object({ kind: z.literal("offer_booking"), serviceId: z.string() }),
  z.object({ kind: z.literal("anything_else") }),
]);
export type Task = z.output<typeof Task>;

const Memory = z.object({
  task: Task.nullable().default(null),
  /** The question the task is waiting for, said again after something else was answered. */
  question: z.string().max(600).default(""),
  lastText: z.string().max(1000).default(""),
  misses: z.int().min(0).default(0),
  rudeness: z.int().min(0).default(0),
  silences: z.int().min(0).default(0),
});

/** What the offline receptionist remembers of a conversation. */
export type Memory = z.output<typeof Memory>;

/** Reads the memory; one from another version is forgotten. */
export function readMemory(kept: Kept): Memory {
  const read = Memory.safeParse(kept.offline ?? {});
  return read.success ? read.data : Memory.parse({});
}
