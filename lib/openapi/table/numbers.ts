import { IdParams } from "@/lib/http";
import {
  ChannelChange,
  ChannelParams,
  NumberChange,
  NumberImport,
  NumberOrder,
  NumberQuery,
  NumberRelease,
} from "@/lib/numbers/schema";
import { CallRouting } from "@/lib/setup/schema";
import { PhoneNumber } from "../answers/business";
import { listOf } from "../answers/fields";
import { AcquiredNumber, NumberDrift, NumberOffers, ReleasedNumber } from "../answers/numbers";
import type { Operation } from "../shape/operation";
import { exampleCarrier, exampleIds } from "./examples";

const one = { id: exampleIds.number };
const e164 = "+14155550123";
const acquired = { id: exampleIds.number, webhooks: { ok: true, sid: "PN5f2b1c0d9e8a7b6c5d4e3f2a1b0c9d8e" } };
const drift = { id: exampleIds.number, e164, findings: [], unreachable: null };
const holder = "Through which account: one of yours, or null for the platform's.";

const listed = {
  id: exampleIds.number,
  e164: "+15005550006",
  carrier: exampleCarrier,
  label: "Front desk",
  capabilities: ["sms", "whatsapp", "voice"],
  status: "active",
  isDemo: false,
  connectionId: null,
  looksUpNames: false,
  createdAt: "2026-09-01T08:00:00.000Z",
  channels: [
    {
      kind: "sms",
      isEnabled: true,
      teamId: exampleIds.team,
      ticketMode: "new_thread",
      defaultPriority: "normal",
      autoAssign: { to: "nobody" },
      replies: "send",
    },
  ],
};

export const numbers: readonly Operation[] = [
  {
    method: "GET",
    path: "/numbers",
    tag: "Numbers",
    summary: "List your numbers",
    can: "numbers.read",
    answer: listOf(PhoneNumber),
    example: { answer: { data: [listed], nextCursor: null } },
  },
  {
    method: "GET",
    path: "/numbers/available",
    tag: "Numbers",
    summary: "Look for a number to buy",
    can: "numbers.read",
    query: NumberQuery,
    fields: {
      carrier: "Whose shop.",
      connectionId: holder,
      country: "Two letters.",
      contains: "Part of the number; * stands for one digit.",
      locality: "A town.",
      sms: "Only numbers that text.",
      voice: "Only numbers that take calls.",
      mms: "Only numbers that take pictures.",
    },
    answer: NumberOffers,
    isLimited: true,
    example: {
      query: { carrier: exampleCarrier, country: "US", areaCode: "415" },
      answer: {
        source: "own",
        data: [
          {
            e164,
            friendlyName: "(415) 555-0123",
            country: "US",
            kind: "local",
            locality: "San Francisco",
            region: "CA",
            capabilities: { voice: true, sms: true, mms: true },
            requirement: "none",
            price: { monthly: 1.15, setup: 0, currency: "USD" },
          },
        ],
        nextCursor: null,
      },
    },
  },
  {
    method: "POST",
    path: "/numbers/purchases",
    tag: "Numbers",
    summary: "Buy a number",
    description:
      "The carrier bills it every month. An answer that was lost on the way buys nothing twice: ask again with the same number.",
    can: "numbers.manage",
    body: NumberOrder,
    fields: {
      connectionId: holder,
      maxMonthly: "A dearer number is not bought.",
      label: "What you call it.",
    },
    status: 201,
    answer: AcquiredNumber,
    refusals: ["refused"],
    conflict: "somebody else has the number",
    example: { body: { carrier: exampleCarrier, e164, maxMonthly: 1.5 }, answer: acquired },
  },
  {
    method: "POST",
    path: "/numbers/imports",
    tag: "Numbers",
    summary: "Bring a number that your account has",
    can: "numbers.manage",
    body: NumberImport,
    fields: { connectionId: "The account that has it.", label: "What you call it." },
    status: 201,
    answer: AcquiredNumber,
    refusals: ["refused"],
    conflict: "another business here has the number",
    example: { body: { carrier: exampleCarrier, e164, connectionId: exampleIds.user }, answer: acquired },
  },
  {
    method: "PATCH",
    path: "/numbers/{id}",
    tag: "Numbers",
    summary: "Rename a number",
    can: "numbers.manage",
    params: IdParams,
    body: NumberChange,
    fields: {
      label: "What you call it.",
      looksUpNames: "Whether the carrier looks up who calls; it charges for each call.",
    },
    example: { params: one, body: { label: "Front desk" } },
  },
  {
    method: "PATCH",
    path: "/numbers/{id}/channels/{kind}",
    tag: "Numbers",
    summary: "Change a channel of a number",
    description: "What is left out stays. A channel that the number did not have yet is added.",
    can: "numbers.manage",
    params: ChannelParams,
    body: ChannelChange,
    fields: {
      kind: "`sms`, `whatsapp` or `voice`.",
      teamId: "The team whose conversations it makes.",
      ticketMode:
        "`new_thread`: a text after closing opens a new ticket; `any_message`: it reopens the latest.",
      autoAssign: "To whom new conversations go by themselves.",
      replies:
        "What the receptionist does with texts in conversations that are left to it: nothing, a draft as a note, or send.",
    },
    example: { params: { ...one, kind: "sms" }, body: { ticketMode: "any_message" } },
  },
  {
    method: "PUT",
    path: "/numbers/{id}/routing",
    tag: "Numbers",
    summary: "Decide what happens to calls",
    can: "numbers.manage",
    params: IdParams,
    body: CallRouting,
    fields: {
      mode: "The receptionist at once, people first, people while open, voicemail, or a flow that was drawn.",
      flowId: "Which flow, with `mode` flow; it must be published.",
      targetIds: "Whom to ring, one after the other.",
      seconds: "How long each rings.",
    },
    example: { params: one, body: { mode: "receptionist" } },
  },
  {
    method: "POST",
    path: "/numbers/{id}/routing",
    tag: "Numbers",
    summary: "Point a number to this desk again",
    can: "numbers.manage",
    params: IdParams,
    answer: NumberDrift,
    refusals: ["refused"],
    example: { params: one, answer: drift },
  },
  {
    method: "GET",
    path: "/numbers/{id}/verification",
    tag: "Numbers",
    summary: "Compare a number with what its carrier has",
    can: "numbers.read",
    params: IdParams,
    answer: NumberDrift,
    example: { params: one, answer: drift },
  },
  {
    method: "GET",
    path: "/numbers/verification",
    tag: "Numbers",
    summary: "Compare all numbers with what their carriers have",
    can: "numbers.read",
    answer: listOf(NumberDrift),
    isLimited: true,
    example: { answer: { data: [drift], nextCursor: null } },
  },
  {
    method: "PUT",
    path: "/numbers/{id}/release",
    tag: "Numbers",
    summary: "Give a number back",
    description: "Its conversations stay. Some carriers can undo it for a while.",
    can: "numbers.manage",
    params: IdParams,
    body: NumberRelease,
    fields: { confirmation: "The number itself, typed out." },
    answer: ReleasedNumber,
    refusals: ["refused"],
    example: { params: one, body: { confirmation: e164 }, answer: { undoUntil: null } },
  },
  {
    method: "DELETE",
    path: "/numbers/{id}/release",
    tag: "Numbers",
    summary: "Take a released number back",
    can: "numbers.manage",
    params: IdParams,
    answer: AcquiredNumber,
    refusals: ["refused"],
    example: { params: one, answer: acquired },
  },
];
