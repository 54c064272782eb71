import { CredentialCheck, Rotation } from "@/lib/connections/schema";
import { IdParams } from "@/lib/http";
import { DisconnectQuery, FullSetup, SetupChoice } from "@/lib/setup/schema";
import { listOf } from "../answers/fields";
import {
  AccountNumber,
  Connection,
  Disconnection,
  DoctorReport,
  SetupState,
  Verification,
} from "../answers/integrations";
import type { Operation } from "../shape/operation";
import { exampleCarrier, exampleIds } from "./examples";

const one = { id: exampleIds.user };
const accountId = "AC00000000000000000000000000000001";
const credentials = { accountSid: accountId, authToken: "0123456789abcdef0123456789abcdef" };
const verified = { ok: true, accountId, name: "Riverside Dental", isTrial: false };
const state = {
  connectionId: exampleIds.user,
  steps: [{ step: "credentials", title: "Account", state: "done", sentence: "The account answers." }],
  isDone: false,
};
const secrets = "The carrier's own fields; they are sealed and never shown again.";

export const integrations: readonly Operation[] = [
  {
    method: "GET",
    path: "/integrations",
    tag: "Integrations",
    summary: "List the carrier accounts",
    can: "connections.read",
    answer: listOf(Connection),
    example: {
      answer: {
        data: [
          {
            id: exampleIds.user,
            carrier: exampleCarrier,
            carrierLabel: "Carrier",
            scope: "tenant",
            label: "Our account",
            accountId,
            hints: { authToken: "cdef" },
            status: "active",
            verification: "strict",
            verifiedAt: "2026-11-20T08:00:00.000Z",
            overlapUntil: null,
            pool: null,
            createdAt: "2026-09-01T08:00:00.000Z",
          },
        ],
        nextCursor: null,
      },
    },
  },
  {
    method: "POST",
    path: "/integrations",
    tag: "Integrations",
    summary: "Connect a carrier account",
    description:
      "Checks the credentials with the carrier, keeps them sealed and makes what is needed there: application, key, webhooks of the number. A step that fails does not undo those before it; the same request goes on from there.",
    can: "connections.manage",
    body: FullSetup,
    fields: {
      credentials: secrets,
      e164: "The number that calls and texts shall come in on.",
      scope: "`tenant`: everybody's; `user`: only yours.",
      pool: "Pool of senders that texts leave through.",
    },
    status: 201,
    answer: SetupState,
    refusals: ["refused"],
    isLimited: true,
    example: { body: { carrier: exampleCarrier, credentials }, answer: state },
  },
  {
    method: "POST",
    path: "/integrations/verification",
    tag: "Integrations",
    summary: "Check credentials without keeping them",
    can: "connections.manage",
    body: CredentialCheck,
    fields: { credentials: secrets },
    answer: Verification,
    isLimited: true,
    example: { body: { carrier: exampleCarrier, credentials }, answer: verified },
  },
  {
    method: "POST",
    path: "/integrations/{id}/tests",
    tag: "Integrations",
    summary: "Test a carrier account",
    can: "connections.manage",
    params: IdParams,
    answer: Verification,
    isLimited: true,
    example: { params: one, answer: { ...verified, balance: { amount: 41.2, currency: "USD" } } },
  },
  {
    method: "PUT",
    path: "/integrations/{id}/rotation",
    tag: "Integrations",
    summary: "Replace the secrets of an account",
    description: "Webhooks signed with the replaced ones are believed until the overlap ends.",
    can: "connections.manage",
    params: IdParams,
    body: Rotation,
    fields: { credentials: secrets, overlapHours: "How long the replaced ones still count." },
    refusals: ["refused"],
    isLimited: true,
    example: { params: one, body: { credentials: { authToken: credentials.authToken } } },
  },
  {
    method: "GET",
    path: "/integrations/{id}/setup",
    tag: "Integrations",
    summary: "Read how far an account is set up",
    can: "connections.manage",
    params: IdParams,
    answer: SetupState,
    example: { params: one, answer: state },
  },
  {
    method: "POST",
    path: "/integrations/{id}/setup",
    tag: "Integrations",
    summary: "Go on setting an account up",
    can: "connections.manage",
    params: IdParams,
    body: SetupChoice,
    fields: { e164: "The number that calls and texts shall come in on." },
    answer: SetupState,
    example: { params: one, body: { e164: "+14155550123" }, answer: state },
  },
  {
    method: "GET",
    path: "/integrations/{id}/numbers",
    tag: "Integrations",
    summary: "List the numbers of an account",
    can: "connections.manage",
    params: IdParams,
    answer: listOf(AccountNumber),
    example: {
      params: one,
      answer: {
        data: [
          {
            e164: "+14155550123",
            friendlyName: "(415) 555-0123",
            capabilities: { voice: true, sms: true, mms: true },
            state: "free",
            goesTo: "",
          },
        ],
        nextCursor: null,
      },
    },
  },
  {
    method: "DELETE",
    path: "/integrations/{id}",
    tag: "Integrations",
    summary: "Disconnect a carrier account",
    description: "Removes at the carrier what was made there, and says what could not be removed.",
    can: "connections.manage",
    params: IdParams,
    query: DisconnectQuery,
    fields: { force: "Also while calls are live." },
    answer: Disconnection,
    conflict: "calls are live on its numbers",
    example: {
      params: one,
      answer: { isDone: true, removed: [{ kind: "key", name: "Trunkline" }], left: [] },
    },
  },
  {
    method: "POST",
    path: "/doctor",
    tag: "Integrations",
    summary: "Examine accounts, numbers and this installation",
    can: "numbers.manage",
    answer: DoctorReport,
    isLimited: true,
    example: { answer: { checkedAt: "2026-11-20T15:00:00.000Z", verdict: "good", examinations: [] } },
  },
];
