import pg from "pg";
import { seedSession } from "@/lib/auth/testing";
import { seedConnection } from "@/lib/connections/testing";
import { recordConsent } from "@/lib/consent";
import { createField, writeNote } from "@/lib/customers";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { ensureDemoWorld } from "@/lib/demo";
import { cancelImport, openImport } from "@/lib/imports";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { createKey } from "@/lib/keys";
import { inviteMember } from "@/lib/members";
import { uploadMedia } from "@/lib/messages";

/** A business full of things, as its owner. */
export type Desk = { slug: string; ctx: Ctx; cookie: string; sessionId: string };

/** Makes the demo world and signs its two owners in. */
export async function openDesks(owner: pg.Client): Promise<{ first: Desk; second: Desk }> {
  await ensureDemoWorld();
  const [first, second] = [await openDesk(owner, "demo"), await openDesk(owner, "pragati")];
  return { first, second };
}

async function openDesk(owner: pg.Client, slug: string): Promise<Desk> {
  const { rows } = await owner.query<{ tenantId: string; userId: string }>(
    `SELECT t.id AS "tenantId", m.user_id AS "userId" FROM tenants t JOIN members m ON m.tenant_id = t.id AND m.role = 'owner'
      WHERE t.slug = $1 LIMIT 1`,
    [slug],
  );
  const { tenantId = "", userId = "" } = rows[0] ?? {};
  const ctx: Ctx = {
    tenantId: unsafeTenantId(tenantId),
    actor: { kind: "user", userId, role: "owner" },
    clock: systemClock,
    requestId: "test",
  };
  const { cookie, sessionId } = await seedSession({ userId });
  await fillGaps(ctx, slug);
  return { slug, ctx, cookie, sessionId };
}

/** What the demo world does not have: an invitation, a key, an account, files, things about its first customer. */
async function fillGaps(ctx: Ctx, slug: string): Promise<void> {
  await inviteMember(ctx, { email: `guest-of-${slug}@example.test`, role: "agent" });
  await createKey(ctx, { name: "Reports", scopes: ["calls:read"] });
  await seedConnection(ctx, { accountSid: `AC${"b".repeat(32)}`, authToken: "b".repeat(32) });
  await uploadMedia(ctx, { bytes: new Uint8Array([1]), contentType: "image/png", fileName: "a.png" });
  await describeCustomer(ctx);
}

async function describeCustomer(ctx: Ctx): Promise<void> {
  await createField(ctx, { label: "Shoe size", kind: "number" });
  const customer = await withTenant(ctx, (tx) =>
    tx.customer.findFirstOrThrow({ orderBy: { id: "asc" }, include: { addresses: true } }),
  );
  await writeNote(ctx, { id: customer.id, body: "Prefers mornings." });
  for (const change of ["opted_out", "opted_in"] as const)
    await recordConsent(ctx, {
      ...{
        customerId: customer.id,
        addressId: customer.addresses[0]?.id ?? "",
        change,
        proof: "At the desk",
      },
    });
  const list = await openImport(ctx, {
    bytes: Buffer.from("Name,Phone\nAda,+14155550123"),
    fileName: "a.csv",
  });
  await cancelImport(ctx, list.import.id);
}

/** A connection as the database's owner, who sees everything. */
export async function connectOwner(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await client.connect();
  return client;
}

/** An id of one of a tenant's rows. */
export async function idOf(owner: pg.Client, { ctx }: Desk, table: string, where = "true"): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM "${table}" WHERE tenant_id = $1 AND ${where} ORDER BY id LIMIT 1`,
    [ctx.tenantId],
  );
  if (!rows[0]) throw new Error(`The demo world has no row in ${table}.`);
  return rows[0].id;
}

/** A fingerprint of every row that a tenant has, by table. What only shows that somebody looked is left out. */
export async function fingerprint(owner: pg.Client, { ctx }: Desk): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'sessions'`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ print: string }>(
      `SELECT md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS print
         FROM (SELECT to_jsonb(t) - 'last_used_at' AS r FROM "${name}" t WHERE tenant_id = $1) rows`,
      [ctx.tenantId],
    );
    prints[name] = rows[0]?.print ?? "";
  }
  return prints;
}
