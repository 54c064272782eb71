import { z } from "zod";
import { type Chore, job } from "@/lib/jobs";
import { beginRun } from "./engine/begin-run";
import { callWebhook } from "./engine/call-webhook";
import { continueRun } from "./engine/continue-run";
import { Happening } from "./rule/trigger";
import { unsafeFindDue, unsafePruneRuns, unsafeWakeRuns } from "./unsafe-find-due";
import { unsafeRewrapWebhookSecrets } from "./unsafe-rewrap-webhook-secrets";

/** What rules do. */
export const automationJobs = [
  job({
    kind: "automations.begin",
    payload: z.object({ automationId: z.uuid(), happening: Happening, chain: z.array(z.uuid()) }),
    work: (ctx, payload) => beginRun(ctx, payload),
  }),
  job({
    kind: "automations.continue",
    payload: z.object({ runId: z.uuid() }),
    work: (ctx, payload) => continueRun(ctx, payload),
  }),
  job({
    kind: "automations.call_webhook",
    payload: z.object({ runId: z.uuid(), position: z.int(), attempt: z.int() }),
    maxAttempts: 3,
    work: (ctx, payload) => callWebhook(ctx, payload),
  }),
];

/** What no event tells, and what was left behind. */
export const automationChores: readonly Chore[] = [
  { kind: "automations.find_due", everyMs: 15_000, work: () => unsafeFindDue(new Date()) },
  { kind: "automations.wake", everyMs: 60_000, work: () => unsafeWakeRuns(new Date()) },
  { kind: "automations.prune", everyMs: 3_600_000, work: () => unsafePruneRuns(new Date()) },
  { kind: "automations.rewrap", everyMs: 3_600_000, work: unsafeRewrapWebhookSecrets },
];
