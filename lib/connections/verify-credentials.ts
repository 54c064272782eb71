import {
  type AccountCheck,
  type CarrierName,
  type Connection,
  carrier,
  explainFailure,
  isCarrierName,
} from "@/lib/carriers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readTenant } from "@/lib/tenants";
import { apiBaseFor } from "./api-base";
import type { CredentialCheck, Credentials } from "./schema";

/** An account that the carrier knows and that may be used, or the sentence that says why not and what to do. */
export type Verification =
  | { ok: true; accountId: string; name: string; isTrial: boolean }
  | {
      ok: false;
      reason: "format" | "refused" | "unreachable" | "suspended";
      field?: string;
      sentence: string;
    };

/** Checks credentials: their format first, then with one live call to the carrier. Saves nothing. */
export async function verifyCredentials(ctx: Ctx, input: CredentialCheck): Promise<Verification> {
  const name = requireCarrier(input.carrier);
  return tellCheck(name, await carrier(name).account.verify(await connectionWith(ctx, input)));
}

/** Opens credentials that are not saved (yet), for one call to the carrier. */
export async function connectionWith(ctx: Ctx, input: CredentialCheck): Promise<Connection> {
  const name = requireCarrier(input.carrier);
  return { credentials: knownFields(name, input.credentials), ...apiBaseFor(name, await readTenant(ctx)) };
}

/** {@link verifyCredentials}, throwing `invalid_input` for a malformed field and `refused` for everything else. */
export async function requireVerified(
  ctx: Ctx,
  input: CredentialCheck,
): Promise<Extract<Verification, { ok: true }>> {
  const found = await verifyCredentials(ctx, input);
  if (found.ok) return found;
  const errors = found.field ? [{ field: found.field, message: found.sentence }] : [];
  const code =
    found.reason === "format"
      ? "invalid_input"
      : found.reason === "unreachable"
        ? "carrier_error"
        : "refused";
  throw new AppError(code, found.sentence, { details: { reason: found.reason, errors } });
}

/** The carrier of that name; `invalid_input` when there is none. */
export function requireCarrier(name: string): CarrierName {
  if (isCarrierName(name)) return name;
  throw new AppError("invalid_input", "There is no such carrier.");
}

/** Only the fields that the carrier knows, without blanks around them. */
export function knownFields(name: CarrierName, given: Credentials): Record<string, string> {
  const fields = carrier(name).description.credentialFields;
  return Object.fromEntries(
    fields.flatMap((field) => (given[field.name] ? [[field.name, given[field.name]?.trim() ?? ""]] : [])),
  );
}

/** A carrier's verdict on an account, as a sentence with its cure. */
export function tellCheck(name: CarrierName, check: AccountCheck): Verification {
  const { label } = carrier(name).description;
  if (check.ok && check.status === "active")
    return { ok: true, accountId: check.id, name: check.name, isTrial: check.trial };
  if (check.ok)
    return {
      ok: false,
      reason: "suspended",
      sentence: `${label} says that this account is ${check.status}. Open it again in ${label}'s console, then come back.`,
    };
  if (check.reason === "format")
    return { ok: false, reason: "format", field: check.field, sentence: check.problem };
  if (check.reason === "unreachable")
    return {
      ok: false,
      reason: "unreachable",
      sentence: `${label} could not be reached (${check.why}). Nothing was changed; try again in a moment.`,
    };
  const { title, cure, kind } = explainFailure(name, check.code);
  if (kind !== "credentials") return { ok: false, reason: "refused", sentence: `${title} ${cure}` };
  return { ok: false, reason: "refused", sentence: wrongPair(name) };
}

function wrongPair(name: CarrierName): string {
  const { label, credentialFields } = carrier(name).description;
  const [id, token] = credentialFields.filter((field) => field.required).map((field) => field.label);
  return `${label} does not accept this ${id} with this ${token}. Copy both fresh from ${label}'s console: a token may have been rotated there, and the secret of an API key does not do.`;
}
