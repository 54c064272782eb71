import type pg from "pg";
import { seedSession } from "@/lib/auth/testing";
import { closeDatabase, installDatabase } from "@/lib/db";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import type { World } from "./bar";
import { makeDatabase } from "./database";

/** A business with so many conversations that have ten times as many messages, in a database of its own. */
export type BigDesk = {
  urls: World;
  tenant: SeededTenant;
  /** A conversation with a fiftieth of all messages, over 60 days. */
  busyConversationId: string;
  /** Signs its owner in, where NEXTAUTH_SECRET is this process's. */
  cookie: string;
};

const made = new Map<number, Promise<BigDesk>>();

/** The desk of this size; several bars share it. A hundred thousand conversations take about a minute. */
export function bigDesk(world: World, conversations: number): Promise<BigDesk> {
  const known = made.get(conversations) ?? make(world, conversations);
  made.set(conversations, known);
  return known;
}

async function make(world: World, conversations: number): Promise<BigDesk> {
  const { urls, owner } = await makeDatabase(world, `bench_desk_${conversations}`);
  const tenant = await seedTenant();
  const { cookie } = await seedSession(tenant.owner);
  await closeDatabase();
  installDatabase(world);
  const client = await owner.connect();
  await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '512MB'");
  const { rows } = await client.query<{ name: string; definition: string }>(looseIndexes);
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  const busyConversationId = await fill(client, tenant, conversations);
  for (const { definition } of rows) await client.query(definition);
  for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
  client.release();
  await owner.end();
  return { urls, tenant, busyConversationId, cookie };
}

const tables = ["customers", "customer_addresses", "conversations", "conversation_reads", "messages"];

// Built at the end in one go, which is ten times as quick as row by row; those of constraints must stay.
const looseIndexes = `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
  WHERE schemaname = 'public' AND tablename = ANY('{${tables.join(",")}}')
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`;

async function fill(client: pg.PoolClient, tenant: SeededTenant, count: number): Promise<string> {
  const { tenantId } = tenant.ctx;
  await client.query(
    "CREATE TEMP TABLE word AS SELECT place, made FROM unnest($1::text[]) WITH ORDINALITY AS t (made, place)",
    [words()],
  );
  await client.query(
    "CREATE TEMP TABLE desk AS SELECT i, uuidv7(-age) AS customer, uuidv7(-age) AS conversation, now() - age AS last FROM (SELECT i, i * interval '60 days' / $1::int AS age FROM generate_series(1::bigint, $1::int) i) g",
    [count],
  );
  await client.query(customersSql, [tenantId]);
  await client.query(addressesSql, [tenantId]);
  await client.query(conversationsSql, [tenantId, tenant.teamId]);
  await client.query(readsSql, [tenantId, tenant.owner.userId]);
  await client.query(messagesSql, [tenantId, count]);
  const { rows } = await client.query<{ conversation: string }>("SELECT conversation FROM desk WHERE i = 1");
  return rows[0]?.conversation ?? "";
}

/** 4,096 words of one to three syllables: as many trigrams as people's texts have. */
function words(): string[] {
  const syllables = [
    "ka",
    "len",
    "mo",
    "ri",
    "sta",
    "vel",
    "dun",
    "por",
    "ti",
    "shu",
    "gra",
    "ben",
    "wo",
    "li",
    "cham",
    "ne",
  ];
  return syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => a + b + c)));
}

const customersSql = `INSERT INTO customers (tenant_id, id, name, name_source, created_at)
  SELECT $1::uuid, customer, initcap(a.made || ' ' || b.made), 'person', last - interval '90 days'
    FROM desk JOIN word a ON a.place = 1 + i * 7919 % 4096 JOIN word b ON b.place = 1 + i * 104729 % 4096`;
const addressesSql = `INSERT INTO customer_addresses (tenant_id, id, customer_id, kind, address, created_at)
  SELECT $1::uuid, uuidv7(), customer, 'phone', '+1' || (2120000000 + i * 7919), last FROM desk`;
const conversationsSql = `INSERT INTO conversations (tenant_id, id, number, customer_id, team_id, status, last_entry_at, last_entry_preview, inbound_count, opened_at)
  SELECT $1::uuid, conversation, i::int, customer, $2::uuid, CASE WHEN i % 5 IN (1, 2) THEN 'open' ELSE 'closed' END, last, 'Do you have time on Friday?', 5, last - interval '2 days' FROM desk`;
const readsSql = `INSERT INTO conversation_reads (tenant_id, conversation_id, user_id, inbound_count) SELECT $1::uuid, conversation, $2::uuid, 5 FROM desk WHERE i % 2 = 0`;
// Eight messages per conversation, the newest at its end and the others up to two days before; a fifth of all in ten busy conversations.
const messagesSql = `INSERT INTO messages (tenant_id, id, conversation_id, customer_id, channel, direction, author_kind, body, status, carrier, carrier_sid, segments, created_at)
  SELECT $1::uuid, uuidv7(at - now()), conversation, customer, 'sms', CASE WHEN n % 2 = 0 THEN 'inbound' ELSE 'outbound' END,
      CASE WHEN n % 2 = 0 THEN 'customer' ELSE 'member' END,
      CASE n % 4 WHEN 0 THEN 'Can I move my appointment to ' WHEN 1 THEN 'Sure, we have time for ' WHEN 2 THEN 'Thank you, see you then. ' ELSE 'Your invoice is ready: ' END
        || a.made || ' ' || b.made || ' ' || c.made || CASE WHEN k % 50000 = 777 THEN ' xylophone' ELSE '' END,
      CASE WHEN n % 2 = 0 THEN 'received' ELSE 'delivered' END, 'twilio', 'SM' || md5(k::text), 1, at
    FROM (SELECT conversation, customer, i * 10 + n AS k, n, last - n * interval '7 hours' AS at FROM desk, generate_series(0, 7) n
          UNION ALL
          SELECT d.conversation, d.customer, d.i * 1000000000 + j, j % 8, d.last - j * interval '60 days' / ($2::int / 5)
            FROM generate_series(1::bigint, $2::int / 5) j, desk d WHERE d.i BETWEEN 1 AND 10) m
    JOIN word a ON a.place = 1 + k * 7919 % 4096 JOIN word b ON b.place = 1 + k * 104729 % 4096 JOIN word c ON c.place = 1 + k * 31 % 4096
   ORDER BY at`;
