import { newSecret } from "@/lib/crypto";
import { env } from "@/lib/env";
import { type Id, isId } from "@/lib/kernel/ids";

/** A new invitation token: names the tenant, so that the lookup stays inside it, and proves by 192 random bits. */
export function makeInvitationToken(tenantId: Id): string {
  const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex").toString("base64url");
  return `${tenant}.${newSecret(24)}`;
}

/** The tenant that a token names; null for a text that is no token. It proves nothing by itself. */
export function tenantOfToken(token: string): Id | null {
  const [tenant = "", secret = ""] = token.split(".");
  const hex = Buffer.from(tenant, "base64url").toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isId(id) && secret.length === 32 ? id : null;
}

/** The link that an invited person opens. */
export function invitationUrl(token: string): string {
  return `${env.publicUrl}/invite/${token}`;
}
