import { z } from "zod";

const AccountNumber = z.object({
  e164: z.string(),
  friendlyName: z.string(),
  state: z.enum(["free", "ours", "elsewhere"]),
  goesTo: z.string(),
});
export type AccountNumber = z.output<typeof AccountNumber>;

/** The numbers of a connected account. */
export const AccountNumbers = z.object({ data: z.array(AccountNumber) });

/** How far a setup is, as our API tells it. */
export const SetupAnswer = z.object({
  connectionId: z.string(),
  isDone: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(["credentials", "application", "key", "pool", "number", "webhook"]),
      title: z.string(),
      state: z.enum(["done", "failed", "todo", "busy"]),
      sentence: z.string(),
    }),
  ),
});
