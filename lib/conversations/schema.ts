import { z } from "zod";
import { priorities } from "./rules";

export const SnoozeConversation = z.object({ until: z.coerce.date() }).strict();

export const AssignConversation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("nobody") }).strict(),
  z.object({ kind: z.literal("assistant") }).strict(),
  z.object({ kind: z.literal("member"), memberId: z.uuid() }).strict(),
]);

export const PrioritiseConversation = z.object({ priority: z.enum(priorities) }).strict();
