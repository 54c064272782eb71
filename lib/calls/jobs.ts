import { z } from "zod";
import { type Chore, job } from "@/lib/jobs";
import { dialPlacedCall } from "./dial-placed-call";
import { fetchCallPrice } from "./fetch-price";
import { fetchRecording } from "./fetch-recording";
import { findPlacedCall } from "./find-placed-call";
import { finishCall } from "./finish-call";
import { leaveMessage } from "./leave-message";
import { mindQueues, unsafeFindWaiting } from "./mind-queues";
import { passOver } from "./pass-over";
import { reapCall, unsafeFindQuietCalls } from "./reap-calls";
import { sendFor } from "./send-for";

const Call = z.object({ callId: z.uuid() });

/** What follows a call. */
export const callJobs = [
  job({ kind: "calls.finish", payload: Call, work: (ctx, payload) => finishCall(ctx, payload) }),
  job({ kind: "calls.reap", payload: Call, maxAttempts: 3, work: (ctx, payload) => reapCall(ctx, payload) }),
  job({
    kind: "calls.pass_over",
    payload: Call.extend({ turn: z.int() }),
    maxAttempts: 3,
    work: (ctx, payload) => passOver(ctx, payload),
  }),
  job({ kind: "calls.place", payload: Call, work: (ctx, payload) => dialPlacedCall(ctx, payload) }),
  job({
    kind: "calls.find_placed",
    payload: Call.extend({ look: z.int() }),
    work: (ctx, payload) => findPlacedCall(ctx, payload),
  }),
  job({
    kind: "calls.leave_message",
    payload: Call,
    maxAttempts: 3,
    work: (ctx, payload) => leaveMessage(ctx, payload),
  }),
  job({
    kind: "calls.fetch_price",
    payload: Call.extend({ attempt: z.int() }),
    maxAttempts: 3,
    work: (ctx, payload) => fetchCallPrice(ctx, payload),
  }),
  job({
    kind: "calls.send_for",
    payload: Call,
    maxAttempts: 3,
    work: (ctx, payload) => sendFor(ctx, payload),
  }),
  job({ kind: "calls.mind_queues", payload: z.object({}), maxAttempts: 3, work: (ctx) => mindQueues(ctx) }),
  job({
    kind: "calls.fetch_recording",
    payload: z.object({ recordingId: z.uuid() }),
    work: (ctx, payload) => fetchRecording(ctx, payload),
  }),
];

/** Looks for calls whose end was never reported, and for callers whom something must happen to. */
export const callChores: readonly Chore[] = [
  { kind: "calls.find_waiting", everyMs: 5_000, work: () => unsafeFindWaiting() },
  { kind: "calls.find_quiet", everyMs: 60_000, work: () => unsafeFindQuietCalls(new Date()) },
];
