import { carrier } from "@/lib/carriers";
import { withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findOwnMember } from "@/lib/presence";
import { identityOf } from "@/lib/presence/rules";
import { openLine } from "./open-line";
import type { SoftphoneToken } from "./schema";

const seconds = 3_600;

/**
 * Makes an access token for the member's browser: for an hour, under the member's own name, and for calls through the
 * business's own application only. `forbidden` for programs.
 */
export async function issueToken(ctx: Ctx): Promise<SoftphoneToken> {
  const memberId = await withTenantSql(ctx, (sql) => findOwnMember(sql, ctx));
  if (!memberId) throw new AppError("forbidden", "Only people who work here can use the softphone.");
  const { opened, applicationId } = await openLine(ctx);
  const identity = identityOf(memberId);
  const token = await carrier(opened.carrier).softphone?.token(opened.connection, {
    identity,
    applicationId,
    seconds,
  });
  if (!token)
    throw new AppError(
      "conflict",
      "This account has no API key for the softphone. Run the set-up of the connection once more; it makes one.",
    );
  const expiresAt = new Date(ctx.clock.now().getTime() + seconds * 1000).toISOString();
  return { token, identity, expiresAt, signalling: standIn(opened.connection.apiBaseUrl) };
}

/** The simulator speaks the carrier's signalling too, at the address where it answers REST calls. */
function standIn(apiBaseUrl: string | undefined): string | null {
  if (!env.simulatorMode || !apiBaseUrl || !env.simulatorUrl) return null;
  return apiBaseUrl === env.simulatorUrl ? new URL(apiBaseUrl).host : null;
}
