import type { CarrierName, WebhookRequest } from "@/lib/carriers";
import { unsafePlatformSql } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import { parsePhone } from "@/lib/kernel/phone";
import { unsafeTenantOfNumber } from "@/lib/numbers";
import { type Addressee, unsafeAddressee, unsafeAddresseeById } from "./unsafe-addressee";

/**
 * Finds whom a call's webhook on a URL shared by all tenants is for: the owner of its number, of its call, of the
 * application it hangs on, or the organisation that its query names. Unsafe: the signature is verified afterwards,
 * with that tenant's accounts.
 */
export async function unsafeAddresseeOfCall(
  carrier: CarrierName,
  request: WebhookRequest,
): Promise<Addressee | null> {
  const owner =
    (await ownerOfNumber(carrier, request)) ??
    (await unsafeOwnerOfCall(carrier, field(request, "CallSid"))) ??
    (await unsafeOwnerOfApplication(field(request, "ApplicationSid")));
  return owner ? unsafeAddresseeById(carrier, owner) : organisationOf(carrier, request);
}

/** Both ends may be numbers of this installation: the direction says which one the webhook is about. */
async function ownerOfNumber(carrier: CarrierName, request: WebhookRequest): Promise<string | null> {
  const ends = ["To", "From"].map((name) => field(request, name));
  if (ends.some((end) => end.startsWith("client:"))) return null; // what a browser dials is its own choice
  const wasPlaced = field(request, "Direction").startsWith("outbound");
  for (const end of wasPlaced ? ends.reverse() : ends) {
    const phone = parsePhone(end, "");
    const owner = phone.ok ? await unsafeTenantOfNumber(carrier, phone.e164) : null;
    if (owner) return owner;
  }
  return null;
}

// Through the tenants, so that each look-up is one in the index of their calls.
async function unsafeOwnerOfCall(carrier: CarrierName, callSid: string): Promise<string | null> {
  if (!callSid) return null;
  const row = await unsafePlatformSql("a webhook on a shared URL may name only its call", (sql) =>
    sql.one<{ id: string }>(
      `SELECT c.tenant_id AS id FROM (SELECT DISTINCT tenant_id FROM number_directory WHERE carrier = $1) d
         JOIN calls c ON c.tenant_id = d.tenant_id AND c.carrier = $1 AND c.carrier_call_id = $2 LIMIT 1`,
      [carrier, callSid],
    ),
  );
  return row?.id ?? null;
}

async function unsafeOwnerOfApplication(sid: string): Promise<string | null> {
  if (!sid) return null;
  const row = await unsafePlatformSql("a browser's call names only its application", (sql) =>
    sql.one<{ id: string }>(
      "SELECT tenant_id AS id FROM connection_objects WHERE kind = 'application' AND sid = $1 AND state = 'made' LIMIT 1",
      [sid],
    ),
  );
  return row?.id ?? null;
}

/** `?orgid=`: a slug or an id. */
async function organisationOf(carrier: CarrierName, { target }: WebhookRequest): Promise<Addressee | null> {
  const query = target.indexOf("?");
  const named = query < 0 ? null : new URLSearchParams(target.slice(query + 1)).get("orgid");
  if (!named) return null;
  return isId(named) ? unsafeAddresseeById(carrier, named) : unsafeAddressee(carrier, named);
}

function field(request: WebhookRequest, name: string): string {
  return request.fields.get(name)?.[0] ?? "";
}
