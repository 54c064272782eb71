import type { WebhookRequest } from "@/lib/carriers";
import { playOnStage } from "@/lib/db";
import { readTicket } from "@/lib/doctor";
import type { Ctx } from "@/lib/kernel/context";

/** Set on the answer to a rehearsal, so that nobody takes another server's answer for ours. */
const rehearsalHeader = "x-rehearsal";

/** Whether a believed webhook is a rehearsal of the doctor's: its query carries a ticket of this very tenant. */
export function isRehearsal({ ctx, request }: { ctx: Ctx; request: WebhookRequest }): boolean {
  const query = request.target.indexOf("?");
  const ticket = query < 0 ? null : new URLSearchParams(request.target.slice(query + 1)).get("rehearsal");
  return ticket !== null && readTicket(ticket, ctx.clock) === ctx.tenantId;
}

/** Serves a webhook as always, except that nothing of it is kept: no customer, conversation, message, call, job or charge. */
export async function serveOnStage({ ctx }: { ctx: Ctx }, serve: () => Promise<Response>): Promise<Response> {
  const answer = await playOnStage(ctx.tenantId, serve);
  answer.headers.set(rehearsalHeader, "played");
  return answer;
}
