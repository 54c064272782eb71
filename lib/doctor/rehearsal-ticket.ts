import { createHmac } from "node:crypto";
import { isSameSecret } from "@/lib/crypto";
import { env } from "@/lib/env";
import type { Clock } from "@/lib/kernel/clock";

const lifeSeconds = 60;

/** Lets one tenant's rehearsals past for a minute. Nobody but this installation can make one. */
export function issueTicket(tenantId: string, clock: Clock): string {
  const expires = Math.floor(clock.now().getTime() / 1000) + lifeSeconds;
  return `${tenantId}.${expires}.${sign(tenantId, expires)}`;
}

/** The tenant that a ticket is for; null when it is forged or too old. */
export function readTicket(ticket: string, clock: Clock): string | null {
  const [tenantId = "", until = "", signature = ""] = ticket.split(".");
  const expires = Number(until);
  if (!Number.isInteger(expires) || expires * 1000 < clock.now().getTime()) return null;
  return isSameSecret(signature, sign(tenantId, expires)) ? tenantId : null;
}

function sign(tenantId: string, expires: number): string {
  return createHmac("sha256", env.nextAuthSecret)
    .update(`rehearsal|${tenantId}|${expires}`)
    .digest("base64url");
}
