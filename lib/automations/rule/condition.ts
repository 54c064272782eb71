import { z } from "zod";

const Words = z.array(z.string().trim().min(1).max(120)).min(1).max(20);

/** What must be so for a rule to go on. All conditions of a rule must hold. */
export const Condition = z.discriminatedUnion("if", [
  /** Any of the words stands in the text, whatever the case. */
  z.strictObject({ if: z.literal("text_contains"), words: Words }),
  /** The whole text is one of these, whatever the case and the spaces around it. */
  z.strictObject({ if: z.literal("text_equals"), words: Words }),
  z.strictObject({ if: z.literal("hours"), are: z.enum(["open", "closed"]) }),
  z.strictObject({ if: z.literal("tag"), tag: z.string().trim().min(1).max(40), has: z.boolean() }),
  z.strictObject({ if: z.literal("channel"), is: z.enum(["sms", "whatsapp", "call"]) }),
  z.strictObject({ if: z.literal("first_time"), is: z.boolean() }),
  z.strictObject({ if: z.literal("sentiment"), is: z.enum(["positive", "neutral", "negative"]) }),
]);
export type Condition = z.output<typeof Condition>;

export type ConditionKind = Condition["if"];
