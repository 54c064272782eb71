import { z } from "zod";

/** A step's name inside its flow. Longer than people's: a step of a flow that was gone to carries that flow's id. */
const StepId = z.string().min(1).max(120);

/** Where a step leads; null while nobody has said: the call ends there with a goodbye. */
const Exit = StepId.nullable();
const Speech = z.string().trim().max(1000);
const Name = z.string().trim().max(60).optional();
const AudioUrl = z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]).default("");
const Tries = z.int().min(1).max(5).default(3);
const RingSeconds = z.int().min(5).max(60).default(20);

/** One key of a menu, and what one may say instead. */
export const Choice = z.object({
  key: z.string().regex(/^[0-9*#]$/),
  label: z.string().trim().max(80),
  words: z.array(z.string().trim().min(1).max(60)).max(10).default([]),
  next: Exit,
});
export type Choice = z.output<typeof Choice>;

/** What a condition asks. */
export const Test = z.discriminatedUnion("about", [
  z.object({
    about: z.literal("value"),
    name: z.string().trim().max(40),
    is: z.enum(["equal", "begins", "given"]),
    text: z.string().trim().max(200).default(""),
  }),
  z.object({ about: z.literal("caller"), is: z.enum(["known", "unknown", "hidden"]) }),
  z.object({ about: z.literal("country"), countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(50) }),
  z.object({
    about: z.literal("time"),
    days: z.array(z.int().min(0).max(6)).max(7),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
  }),
]);
export type Test = z.output<typeof Test>;

/** One thing that happens to a call. */
export const Step = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("receptionist"), name: Name }),
  z.object({ kind: z.literal("say"), name: Name, text: Speech, next: Exit }),
  z.object({ kind: z.literal("play"), name: Name, url: AudioUrl, next: Exit }),
  z.object({
    kind: z.literal("menu"),
    name: Name,
    prompt: Speech,
    choices: z.array(Choice).max(12),
    hears: z.boolean().default(true),
    tries: Tries,
    noInput: Exit,
  }),
  z.object({
    kind: z.literal("collect"),
    name: Name,
    prompt: Speech,
    /** Under which name what was given is known to later steps, as `{name}` in their texts. */
    as: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9_]{0,39}$/, "Small letters, digits and _ only"),
    by: z.enum(["keys", "speech", "both"]).default("keys"),
    mostDigits: z.int().min(1).max(30).default(10),
    tries: Tries,
    next: Exit,
    noInput: Exit,
  }),
  z.object({
    kind: z.literal("hours"),
    name: Name,
    open: Exit,
    closed: Exit,
    /** Special days without hours of their own; left out: as closed. */
    holiday: Exit.optional(),
  }),
  z.object({ kind: z.literal("condition"), name: Name, test: Test, yes: Exit, no: Exit }),
  z.object({
    kind: z.literal("ring"),
    name: Name,
    targetIds: z.array(z.uuid()).max(10),
    /** One after the other, or everybody's phone at the same time. */
    order: z.enum(["in_turn", "together"]).optional(),
    seconds: RingSeconds,
    noAnswer: Exit,
  }),
  z.object({
    kind: z.literal("transfer"),
    name: Name,
    to: z.union([
      z.literal(""),
      z.string().regex(/^\+[1-9]\d{6,14}$/, "A number with plus and country code"),
    ]),
    seconds: RingSeconds,
    noAnswer: Exit,
  }),
  z.object({
    kind: z.literal("queue"),
    name: Name,
    queueId: z.union([z.literal(""), z.uuid()]),
    /** After the longest wait; null: as the queue says. */
    next: Exit.default(null),
  }),
  z.object({
    kind: z.literal("voicemail"),
    name: Name,
    greeting: Speech.default(""),
    maxSeconds: z.int().min(5).max(600).default(120),
    next: Exit.default(null),
  }),
  z.object({
    kind: z.literal("pay"),
    name: Name,
    /** Said before the carrier asks for the card. */
    prompt: Speech.default(""),
    amountMinor: z.int().min(0).max(100_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, "Three capital letters, such as USD"),
    /** What the carrier calls the connection to the payment company. */
    connector: z.string().trim().max(60).default("Default"),
    description: z.string().trim().max(200).default(""),
    paid: Exit,
    unpaid: Exit,
  }),
  z.object({ kind: z.literal("text"), name: Name, body: z.string().trim().max(1000), next: Exit }),
  z.object({ kind: z.literal("flow"), name: Name, flowId: z.union([z.literal(""), z.uuid()]) }),
  z.object({ kind: z.literal("hang_up"), name: Name, text: z.string().trim().max(500).default("") }),
]);
export type Step = z.output<typeof Step>;
export type StepKind = Step["kind"];

const Place = z.object({ x: z.number().min(-20_000).max(20_000), y: z.number().min(-20_000).max(20_000) });

/** A versioned graph of steps. A tenant without one has the receptionist alone. */
export const FlowGraph = z
  .object({
    start: StepId,
    steps: z.record(StepId, Step),
    /** Where steps stand in the drawing; the others are placed by what leads to them. */
    places: z.record(StepId, Place).optional(),
  })
  .refine(({ steps }) => Object.keys(steps).length <= 200, { error: "A flow has 200 steps at most." });
export type FlowGraph = z.output<typeof FlowGraph>;

/** The flow of a number that nobody drew one for. */
export const defaultFlow: FlowGraph = {
  start: "receptionist",
  steps: { receptionist: { kind: "receptionist" } },
};

/** Steps that nobody draws, to which a queue or a person sends a call. */
export const ownSteps = { receptionist: "~receptionist", voicemail: "~voicemail", queue: "~queue:" } as const;

/** A step of a flow, or one of {@link ownSteps}. */
export function stepOf({ steps }: Pick<FlowGraph, "steps">, id: string): Step | undefined {
  if (steps[id]) return steps[id];
  if (id === ownSteps.receptionist) return { kind: "receptionist" };
  if (id === ownSteps.voicemail) return { kind: "voicemail", greeting: "", maxSeconds: 120, next: null };
  if (!id.startsWith(ownSteps.queue)) return undefined;
  return { kind: "queue", queueId: id.slice(ownSteps.queue.length), next: null };
}
