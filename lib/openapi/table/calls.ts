import { CallFilter, PlaceCall } from "@/lib/calls/schema";
import { refusals } from "@/lib/gate/schema";
import { IdParams } from "@/lib/http";
import { Call, CallDetails, QueuedCall, Trace } from "../answers/call";
import { listOf, pageOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleCall, exampleIds } from "./examples";

const one = { id: exampleIds.call };
const at = "2026-11-20T15:00:03.000Z";

export const calls: readonly Operation[] = [
  {
    method: "GET",
    path: "/calls",
    tag: "Calls",
    summary: "List calls",
    description: "The latest first.",
    can: "calls.read",
    query: CallFilter,
    fields: {
      carrierCallId: "The carrier's own id of a call.",
      customerId: "Only this customer's.",
      numberId: "Only over this number of yours.",
      from: "From this day of the business on.",
      to: "Up to this day of the business, included.",
      cursor: "Where the next page begins: `nextCursor` of the one before.",
      limit: "How many at most.",
    },
    answer: pageOf(Call),
    example: { query: { direction: "inbound" }, answer: { data: [exampleCall], nextCursor: null } },
  },
  {
    method: "POST",
    path: "/calls",
    tag: "Calls",
    summary: "Let the receptionist call somebody",
    description:
      "Queues a call and answers at once. The receptionist says who it is and why it calls, talks, books and takes messages as always. Everything passes the send gate first: opt-outs, allowed countries, expensive numbers, daily limits. A machine gets the message you give, or the call ends. With an Idempotency-Key you may repeat the request as often as you like: it is one call.",
    can: "calls.manage",
    body: PlaceCall,
    fields: {
      to: "Whom to call: a number in any spelling. This or `customerId`.",
      customerId: "Calls this customer's phone.",
      from: "One of your numbers. Default: the one the customer knows.",
      purpose: "What the call is about, as it fits after “I'm calling about …”.",
      machineMessage: "What is said to an answering machine. Left out: the call ends there.",
    },
    status: 201,
    answer: QueuedCall,
    isIdempotent: true,
    refusals: [...refusals, "refused"],
    conflict:
      "the receptionist is calling this number already, or the Idempotency-Key came with another request before",
    example: {
      body: { to: "+14155552671", purpose: "your cleaning tomorrow at ten" },
      answer: { id: exampleIds.call, conversationId: exampleIds.conversation, status: "queued" },
    },
  },
  {
    method: "GET",
    path: "/calls/{id}",
    tag: "Calls",
    summary: "Read a call with everything said",
    can: "calls.read",
    params: IdParams,
    answer: CallDetails,
    example: {
      params: one,
      answer: {
        ...exampleCall,
        turns: [
          {
            speaker: "assistant",
            text: "Riverside Dental, good morning. How can I help?",
            at,
            offsetSeconds: 3,
          },
          { speaker: "caller", text: "I would like a cleaning on Friday.", at, offsetSeconds: 7.5 },
        ],
        payments: [],
        recordings: [
          {
            id: exampleIds.recording,
            kind: "call",
            state: "stored",
            seconds: 105,
            startsAtSecond: 2,
            url: `/api/v1/recordings/${exampleIds.recording}`,
            transcript: null,
          },
        ],
      },
    },
  },
  {
    method: "GET",
    path: "/calls/{id}/traces",
    tag: "Calls",
    summary: "Read every step of a call",
    description:
      "Every webhook, turn, tool and instruction in order, with how long each took: the call X-ray.",
    can: "calls.read",
    params: IdParams,
    answer: listOf(Trace),
    example: {
      params: one,
      answer: {
        data: [{ id: exampleIds.turn, at, kind: "webhook", title: "answered", data: {}, milliseconds: 14 }],
        nextCursor: null,
      },
    },
  },
  {
    method: "GET",
    path: "/recordings/{id}",
    tag: "Calls",
    summary: "Fetch a recording",
    description: "Takes Range requests and then answers 206.",
    can: "calls.read",
    params: IdParams,
    file: "audio/mpeg",
    example: { params: { id: exampleIds.recording } },
  },
];
