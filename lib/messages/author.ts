import type { Ctx } from "@/lib/kernel/context";

/** Who stands as the author of an outbound message. */
export function authorOf(ctx: Ctx): {
  kind: "member" | "api" | "assistant" | "automation" | "system";
  id: string | null;
} {
  if (ctx.actor.kind === "user") return { kind: "member", id: ctx.actor.userId };
  if (ctx.actor.kind === "api_key") return { kind: "api", id: ctx.actor.keyId };
  if (ctx.actor.kind === "assistant") return { kind: "assistant", id: null };
  if (ctx.actor.kind === "automation") return { kind: "automation", id: ctx.actor.automationId };
  return { kind: ctx.actor.kind === "job" ? "automation" : "system", id: null };
}
