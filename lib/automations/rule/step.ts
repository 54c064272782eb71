import { z } from "zod";
import { priorities } from "@/lib/conversations/rules";
import { Minutes } from "./trigger";

const Text = z.string().trim().min(1, "Write something.").max(1600);

const publicUrl = "Give an address that begins with https:// and has no user name or password in it.";

/** One thing that a rule does. Steps are done in their order. */
export const RuleStep = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("send_sms"), body: Text }),
  /** Free text, while the 24-hour window is open; the send gate refuses it afterwards. */
  z.strictObject({ do: z.literal("send_whatsapp"), body: Text }),
  z.strictObject({
    do: z.literal("assign"),
    to: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("nobody") }),
      z.strictObject({ kind: z.literal("assistant") }),
      z.strictObject({ kind: z.literal("member"), memberId: z.uuid() }),
    ]),
  }),
  z.strictObject({ do: z.literal("tag"), tag: z.string().trim().min(1).max(40) }),
  z.strictObject({ do: z.literal("note"), body: Text }),
  z.strictObject({ do: z.literal("close") }),
  z.strictObject({ do: z.literal("priority"), priority: z.enum(priorities) }),
  /** The receptionist answers what was written. */
  z.strictObject({ do: z.literal("ai_reply") }),
  z.strictObject({ do: z.literal("wait"), minutes: Minutes }),
  /** A signed POST to an address on the public internet. */
  z.strictObject({
    do: z.literal("webhook"),
    url: z.string().trim().max(2000).refine(isPublicUrl, publicUrl),
  }),
]);
export type RuleStep = z.output<typeof RuleStep>;

export type RuleStepKind = RuleStep["do"];

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "https:" && url.username === "" && url.password === "";
}
