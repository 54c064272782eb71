import { z } from "zod";
import type { CallRow, CallView, TraceView } from "@/lib/calls/schema";
import { address, id, moment, price } from "./fields";

const callShape = {
  id,
  direction: z.enum(["inbound", "outbound"]),
  carrier: z.string(),
  carrierCallId: z.string(),
  from: address,
  to: address,
  status: z
    .string()
    .describe("`ringing`, `in-progress`, `completed`, `busy`, `no-answer`, `failed` or `canceled`."),
  outcome: z.string().nullable().describe("What came of it: `answered`, `missed`, `voicemail` …"),
  missedReason: z.string().nullable(),
  missedBecause: z.string().nullable().describe("Why nobody answered, in one sentence."),
  answeredBy: z.string().nullable(),
  memberName: z.string().nullable(),
  endedBy: z.string().nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  conversationId: id.nullable(),
  numberId: id.nullable(),
  numberLabel: z.string().nullable(),
  language: z.string().nullable(),
  talk: z.string().nullable(),
  summary: z.string().nullable(),
  sentiment: z
    .strictObject({
      label: z.enum(["positive", "neutral", "negative"]),
      score: z.number().describe("From -1 to 1."),
    })
    .nullable(),
  actions: z
    .array(z.strictObject({ kind: z.string(), text: z.string() }))
    .describe("What was booked or promised."),
  placed: z
    .strictObject({
      purpose: z.string(),
      state: z
        .enum(["queued", "placing", "placed", "unknown", "failed"])
        .describe(
          "`unknown`: nobody can say whether the carrier rang the person. Such a call is never placed again.",
        ),
      reached: z.enum(["person", "machine", "fax", "unknown"]).nullable(),
      hasLeftMessage: z.boolean(),
      problem: z.strictObject({ title: z.string(), cure: z.string() }).nullable(),
    })
    .nullable()
    .describe("Set when the receptionist placed the call by itself."),
  hasRecording: z.boolean(),
  startedAt: moment,
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
  analysedAt: moment.nullable().describe("When outcome and summary were written."),
  durationSeconds: z.int().nullable(),
  price,
};

export const Call = z
  .strictObject(callShape)
  .meta({ id: "Call", description: "A call as lists show it." }) satisfies z.ZodType<CallRow>;

export const QueuedCall = z
  .strictObject({ id, conversationId: id.nullable(), status: z.literal("queued") })
  .meta({ id: "QueuedCall", description: "A call that the receptionist will place." });

const Turn = z
  .strictObject({
    speaker: z.enum(["caller", "assistant", "agent"]),
    text: z.string(),
    at: moment,
    offsetSeconds: z.number().describe("Since the call began."),
  })
  .meta({ id: "Turn", description: "Something said." });

const Recording = z
  .strictObject({
    id,
    kind: z.string(),
    state: z.string().describe("`waiting` until it was fetched from the carrier, then `stored`."),
    seconds: z.int().nullable(),
    startsAtSecond: z.number(),
    url: z.string().nullable(),
    transcript: z.string().nullable(),
  })
  .meta({
    id: "Recording",
    description: "A recording; the file stands at its url and takes Range requests.",
  });

const Payment = z
  .strictObject({
    amount: z.strictObject({ minor: z.int(), currency: z.string() }),
    isPaid: z.boolean(),
    result: z.string().describe("`success`, or what went wrong."),
    lastFour: z.string(),
    brand: z.string(),
    confirmation: z.string(),
    at: moment,
  })
  .meta({ id: "Payment", description: "A payment that was tried in a call." });

/** A call as its card in a timeline shows it. */
export const callGlanceShape = { ...callShape, turns: z.array(Turn), recordings: z.array(Recording) };

const callDetailsShape = { ...callGlanceShape, payments: z.array(Payment) };

export const CallDetails = z.strictObject(callDetailsShape).meta({
  id: "CallDetails",
  description: "A call with everything said in it.",
}) satisfies z.ZodType<CallView>;

export const Trace = z
  .strictObject({
    id,
    at: moment,
    kind: z.string(),
    title: z.string(),
    data: z.record(z.string(), z.unknown()),
    milliseconds: z.int().nullable(),
  })
  .meta({
    id: "Trace",
    description: "One step of a call: a webhook, a turn, a tool, an instruction.",
  }) satisfies z.ZodType<TraceView>;
