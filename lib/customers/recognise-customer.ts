import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import { type Address, parseAddress } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { generatedEmail, nameFromPlace, type RoughPlace } from "@/lib/kernel/customer-name";
import { newId } from "@/lib/kernel/ids";
import { formatPhone } from "@/lib/kernel/phone-format";

/** What a carrier tells about the person at the other end. */
export type Sighting = {
  address: string; // any spelling; a WhatsApp address with its `whatsapp:` prefix
  channel: "sms" | "whatsapp" | "voice";
  profileName?: string;
  place?: RoughPlace;
  /** ISO 3166 country in which a number without prefix is read. */
  defaultCountry: string;
  /** Install name inside generated e-mail addresses. */
  install: string;
};

/** The customer behind an address; `address` is its canonical spelling. */
export type RecognisedCustomer = { customerId: string; address: string; isNew: boolean };

/**
 * Finds or makes the one customer of an address. A phone number and the WhatsApp address that shows the same
 * number are one person. Safe under concurrency: creation waits on a lock of the number.
 * @returns null when the other side hid its address
 */
export async function recogniseCustomer(
  sql: Sql,
  ctx: Ctx,
  sighting: Sighting,
): Promise<RecognisedCustomer | null> {
  const address = parseAddress(sighting.address, sighting.defaultCountry);
  if (address.address === null) return null;
  const known = await findByAddress(sql, ctx, address.address);
  if (known) return { customerId: known, address: address.address, isNew: false };
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [
    `${ctx.tenantId}:${lockName(address)}`,
  ]);
  return (await joinKnownNumber(sql, ctx, address)) ?? createCustomer(sql, ctx, address, sighting);
}

/** The canonical address's customer id, or null. */
export async function findByAddress(sql: Sql, ctx: Ctx, address: string): Promise<string | null> {
  const row = await sql.one<{ customer_id: string }>(
    "SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = $2",
    [ctx.tenantId, address],
  );
  return row?.customer_id ?? null;
}

async function joinKnownNumber(sql: Sql, ctx: Ctx, address: Address): Promise<RecognisedCustomer | null> {
  const twin = twinOf(address);
  const row = await sql.one<{ customer_id: string; address: string }>(
    `SELECT customer_id, address FROM customer_addresses WHERE tenant_id = $1::uuid AND address = ANY($2::text[])
     ORDER BY address = $3 DESC LIMIT 1`,
    [ctx.tenantId, [address.address, twin ?? address.address], address.address],
  );
  if (!row || address.address === null) return null;
  if (row.address !== address.address) await addAddress(sql, ctx, row.customer_id, address);
  return { customerId: row.customer_id, address: address.address, isNew: false };
}

/** The same number's address on the other kind of channel. */
function twinOf(address: Address): string | null {
  if (address.kind === "whatsapp") return address.e164 ?? null;
  return address.kind === "phone" ? `whatsapp:${address.e164}` : null;
}

function lockName(address: Address): string {
  return ("e164" in address && address.e164) || address.address || "";
}

async function createCustomer(
  sql: Sql,
  ctx: Ctx,
  address: Address,
  sighting: Sighting,
): Promise<RecognisedCustomer | null> {
  if (address.address === null) return null;
  const id = newId();
  const name = nameOf(address, sighting);
  await sql.run(
    `INSERT INTO customers (tenant_id, id, name, name_source, email, email_source, city, region, country, created_at, updated_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $10::timestamptz)`,
    [
      ctx.tenantId,
      id,
      name.text,
      name.source,
      generatedEmail(address.address, sighting.install),
      "generated",
      sighting.place?.city || null,
      sighting.place?.region || null,
      countryOf(address, sighting),
      ctx.clock.now(),
    ],
  );
  await addAddress(sql, ctx, id, address);
  await emit(sql, ctx, {
    kind: "customer.created",
    subject: { customerId: id },
    data: { channel: sighting.channel },
  });
  return { customerId: id, address: address.address, isNew: true };
}

function nameOf(address: Address, sighting: Sighting): { text: string; source: string } {
  const profile = sighting.profileName?.trim().slice(0, 120);
  if (profile) return { text: profile, source: "profile" };
  const place = sighting.place ? nameFromPlace(sighting.channel, sighting.place) : null;
  if (place) return { text: place, source: "place" };
  const number = "e164" in address && address.e164 ? formatPhone(address.e164) : address.address;
  return { text: number ?? "Unknown", source: "unknown" };
}

function countryOf(address: Address, sighting: Sighting): string | null {
  return address.kind === "phone" ? address.country : sighting.place?.country || null;
}

async function addAddress(sql: Sql, ctx: Ctx, customerId: string, address: Address): Promise<void> {
  await sql.run(
    `INSERT INTO customer_addresses (tenant_id, id, customer_id, kind, address, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz)`,
    [
      ctx.tenantId,
      newId(),
      customerId,
      address.kind === "whatsapp" ? "whatsapp" : "phone",
      address.address,
      ctx.clock.now(),
    ],
  );
}
