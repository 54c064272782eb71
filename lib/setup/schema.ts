import { z } from "zod";
import { NewConnection } from "@/lib/connections/schema";

/** One step of connecting an account, as the wizard shows it. */
export type SetupStep = {
  step: "credentials" | "application" | "key" | "pool" | "number" | "webhook";
  title: string;
  state: "done" | "failed" | "todo" | "busy";
  /** What stands there now, or what went wrong and how to cure it. */
  sentence: string;
};

/** How far an account is connected. */
export type SetupState = { connectionId: string; steps: SetupStep[]; isDone: boolean };

/** The number that calls and texts shall come in on; left out: only the account is set up. */
export const SetupChoice = z.object({
  e164: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .optional(),
});
export type SetupChoice = z.output<typeof SetupChoice>;

/** Connecting an account and setting it up in one go. */
export const FullSetup = NewConnection.extend(SetupChoice.shape);
export type FullSetup = z.output<typeof FullSetup>;

/** Account SID and Auth Token, as the wizard's own routes take them. */
export const AccountPair = z.object({
  accountSid: z.string().trim().max(100),
  authToken: z.string().trim().max(300),
});

/** The same with the number that was chosen, ready for `connectAccount`. */
export const AccountSetup = AccountPair.extend({
  phoneNumber: SetupChoice.shape.e164,
  messagingServiceSid: NewConnection.shape.pool,
  scope: NewConnection.shape.scope,
}).transform(({ accountSid, authToken, phoneNumber, messagingServiceSid, scope }) => ({
  credentials: { accountSid, authToken },
  scope,
  ...(phoneNumber ? { e164: phoneNumber } : {}),
  ...(messagingServiceSid ? { pool: messagingServiceSid } : {}),
}));

/** What happens to calls on a number. ring: people first, then the receptionist; after_hours: people while open; flow: as drawn. */
export const CallRouting = z.object({
  mode: z.enum(["receptionist", "ring", "ring_voicemail", "after_hours", "voicemail", "flow"]),
  flowId: z.uuid().nullish(),
  /** People and numbers of the transfer list, rung one after the other. */
  targetIds: z.array(z.uuid()).max(10).default([]),
  seconds: z.int().min(5).max(60).default(20),
});
export type CallRouting = z.output<typeof CallRouting>;

/** Disconnecting an account while calls are live on its numbers has to be said. */
export const DisconnectQuery = z.object({ force: z.stringbool().default(false) });

/** `TwilioProvider` and the like, as integrations APIs of other products name a carrier. */
const ProviderName = z
  .string()
  .max(40)
  .transform((name) => name.replace(/Provider$/, "").toLowerCase());

/** An account as the `/upstream` API takes it, ready for `connectAccount`. Its application is made anew. */
export const UpstreamIntegration = z
  .object({
    type: ProviderName,
    name: z.string().trim().max(80).optional(),
    config: z.record(z.string().max(40), z.string().trim().max(300)),
  })
  .transform(({ type, name, config: { apiKey, appSid: _replaced, ...config } }) => ({
    carrier: type,
    scope: "tenant" as const,
    credentials: { ...config, ...(apiKey ? { apiKeySid: apiKey } : {}) },
    ...(name ? { label: name } : {}),
  }));

/** The test of an account as the `/upstream` API names it: by provider or connection, and an operation. */
export const UpstreamTest = z.object({
  integration: z.string().max(60),
  operation: z.enum(["listPhoneNumbers", "test", "verify", "getBalance"]),
});
export type UpstreamTest = z.output<typeof UpstreamTest>;

/** A number as the `/phone` API takes it. */
export const PhoneOrder = z.object({
  phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/, "Write the number with plus and country code."),
  friendlyName: z.string().trim().max(80).optional(),
});
export type PhoneOrder = z.output<typeof PhoneOrder>;

/** A number's id as the `/phone` API spells it. */
export const PhoneParams = z.object({ phoneId: z.uuid() });
