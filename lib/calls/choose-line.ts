import { type CarrierName, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { previewCall, type Verdict } from "@/lib/gate";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { countryOfPhone, parsePhone } from "@/lib/kernel/phone";
import { listChannels, type NumberChannel } from "@/lib/numbers";
import type { TenantView } from "@/lib/tenants";
import type { PlaceCall } from "./schema";

/** Whom to call, through which of our numbers. */
export type PlacedLine = { to: string; carrier: CarrierName; channel: NumberChannel };

type Wish = Pick<PlaceCall, "to" | "customerId" | "from">;

/**
 * Finds the number to call and the number to call from: the one that was asked for, the one the customer knows, else one of
 * the same country. Throws `not_found` for another tenant's customer, `refused` when no number can call.
 */
export function chooseLine(
  ctx: Ctx,
  { to, customerId, from }: Wish,
  tenant: TenantView,
): Promise<({ ok: true } & PlacedLine) | Extract<Verdict, { ok: false }>> {
  return withTenantSql(ctx, async (sql) => {
    const person = customerId ? await readPerson(sql, ctx, customerId) : null;
    const wanted = to ?? person?.phone ?? "";
    const verdict = previewCall(wanted, tenant);
    const phone = parsePhone(wanted, tenant.country);
    if (!verdict.ok || !phone.ok) return verdict.ok ? notANumber : verdict;
    const channels = (await listChannels(sql, ctx, "voice")).filter(({ carrier }) => isCarrierName(carrier));
    const own = from ? parsePhone(from, tenant.country) : null;
    const order = { own: from ? (own?.ok ? own.e164 : "") : null, knownId: person?.numberId ?? null };
    const channel = choose(channels, { ...order, to: phone.e164 });
    if (channel && isCarrierName(channel.carrier))
      return { ok: true, to: phone.e164, carrier: channel.carrier, channel };
    throw new AppError("refused", noLine(from), { details: { reason: "no_caller_id" } });
  });
}

const notANumber: Extract<Verdict, { ok: false }> = {
  ok: false,
  reason: "invalid_number",
  sentence: "This is not a number that can be called.",
  instead: [{ kind: "correct_number" }],
};

/** A number that was asked for is taken or nothing is: nobody is shown a caller ID that nobody chose. */
function choose(
  channels: readonly NumberChannel[],
  { own, knownId, to }: { own: string | null; knownId: string | null; to: string },
): NumberChannel | undefined {
  if (own !== null) return channels.find(({ e164 }) => e164 === own);
  const country = countryOfPhone(to);
  return (
    channels.find(({ numberId }) => numberId === knownId) ??
    channels.find(({ e164 }) => countryOfPhone(e164) === country) ??
    channels[0]
  );
}

function noLine(from: string | undefined): string {
  return from
    ? `${from} is not one of your numbers that can call.`
    : "The business has no number to call from yet. Add one in the settings.";
}

type Person = { phone: string | null; numberId: string | null };

/** A customer's phone and the number of ours that they were last in touch with. */
async function readPerson(sql: Sql, ctx: Ctx, customerId: string): Promise<Person> {
  const row = await sql.one<Person>(
    `SELECT (SELECT regexp_replace(a.address, '^whatsapp:', '') FROM customer_addresses a WHERE a.tenant_id = k.tenant_id AND a.customer_id = k.id
          AND a.address ~ '^(whatsapp:)?\\+[0-9]+$' ORDER BY a.address LIKE 'whatsapp:%', a.created_at, a.id LIMIT 1) AS phone,
        (SELECT v.last_number_id FROM conversations v WHERE v.tenant_id = k.tenant_id AND v.customer_id = k.id
          ORDER BY v.last_entry_at DESC LIMIT 1) AS "numberId"
       FROM customers k WHERE k.tenant_id = $1::uuid AND k.id = $2::uuid`,
    [ctx.tenantId, customerId],
  );
  if (!row) throw new AppError("not_found", "There is no such customer.");
  return row;
}
