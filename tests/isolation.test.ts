import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { ensureDemoWorld } from "@/lib/demo";
import { installWiring } from "@/lib/wiring/install-wiring";

let owner: pg.Client;
let app: pg.Client;
let mine: string;
let foreign: string;
/** Tables in which the other tenant has rows, each with one of them (generated columns left out). */
let tables: { name: string; row: Record<string, unknown> }[];

beforeAll(async () => {
  const { ownerUrl, appUrl } = await testDatabase();
  installWiring();
  await ensureDemoWorld();
  owner = new pg.Client({ connectionString: ownerUrl });
  app = new pg.Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  mine = await tenantId("pragati");
  foreign = await tenantId("demo");
  tables = await findForeignRows();
});

afterAll(() => Promise.all([owner.end(), app.end()]));

async function tenantId(slug: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM tenants WHERE slug = $1", [slug]);
  return rows[0]?.id ?? "";
}

async function findForeignRows() {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
        AND c.table_name NOT IN ('number_directory', 'api_key_directory', 'user_tenants', 'sessions') ORDER BY 1`,
  );
  const found: typeof tables = [];
  for (const { name } of rows) {
    const first = await owner.query(
      `SELECT to_jsonb(t) - ARRAY(SELECT column_name::text FROM information_schema.columns
          WHERE table_name = '${name}' AND is_generated <> 'NEVER') AS row FROM "${name}" t WHERE tenant_id = $1 LIMIT 1`,
      [foreign],
    );
    if (first.rows[0]) found.push({ name, row: first.rows[0].row });
  }
  return found;
}

/** One statement as the app, for `tenant` or for nobody, undone afterwards. */
async function asApp(tenant: string | null, text: string, values: unknown[] = []) {
  await app.query("BEGIN");
  try {
    if (tenant) await app.query("SELECT set_config('app.tenant_id', $1, true)", [tenant]);
    return await app.query(text, values);
  } finally {
    await app.query("ROLLBACK");
  }
}

async function countRows(tenant: string | null, name: string): Promise<number> {
  const { rows } = await asApp(tenant, `SELECT count(*)::int AS count FROM "${name}"`);
  return rows[0].count;
}

it("there is something to keep apart", () => {
  expect(tables.length).toBeGreaterThan(25);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["messages", "customers", "conversations", "calls", "members", "audit_entries"]),
  );
});

it("nobody's connection sees nothing: no context, an empty one, one of a tenant that is not there", async () => {
  for (const { name } of tables) {
    expect(await countRows(null, name), name).toBe(0);
    expect(await countRows("", name), name).toBe(0);
    expect(await countRows("00000000-0000-7000-8000-000000000000", name), name).toBe(0);
  }
});

it("a context ends with its transaction, so that the next user of the connection does not inherit it", async () => {
  await app.query("BEGIN");
  await app.query("SELECT set_config('app.tenant_id', $1, true)", [foreign]);
  await app.query("COMMIT");
  expect((await app.query("SELECT count(*)::int AS count FROM messages")).rows[0].count).toBe(0);
});

describe("a tenant, in every table", () => {
  it("reads none of the other's rows, not even by their key", async () => {
    for (const { name } of tables) {
      const { rowCount } = await asApp(mine, `SELECT FROM "${name}" WHERE tenant_id = $1`, [foreign]);
      expect(rowCount, name).toBe(0);
    }
  });

  it("changes and deletes none of them", async () => {
    for (const { name } of tables) {
      for (const statement of [
        `UPDATE "${name}" SET tenant_id = tenant_id WHERE tenant_id = $1`,
        `DELETE FROM "${name}" WHERE tenant_id = $1`,
      ]) {
        const touched = await asApp(mine, statement, [foreign]).then(
          ({ rowCount }) => rowCount,
          (error: pg.DatabaseError) => error.code,
        );
        expect([0, "42501"], statement).toContain(touched); // no rows, or history that nobody changes
      }
    }
  });

  it("adds no row to the other, and hears of row-level security before it could hear of a key that is taken", async () => {
    for (const { name, row } of tables) {
      const copy = asApp(
        mine,
        `INSERT INTO "${name}" (${insertable(row)}) SELECT ${insertable(row)} FROM jsonb_populate_record(NULL::"${name}", $1)`,
        [row],
      );
      await expect(copy, name).rejects.toThrow(/row-level security policy/);
    }
  });

  it("gives none of its own rows away", async () => {
    for (const { name } of tables) {
      const { rowCount } = await owner.query(`SELECT FROM "${name}" WHERE tenant_id = $1 LIMIT 1`, [mine]);
      if (!rowCount) continue;
      const moved = asApp(mine, `UPDATE "${name}" SET tenant_id = $1`, [foreign]);
      await expect(moved, name).rejects.toThrow(/row-level security policy|permission denied/);
    }
  });

  it("cannot hang a row of its own on one of the other's: foreign keys carry the tenant", async () => {
    const { rows } = await owner.query("SELECT id FROM conversations WHERE tenant_id = $1 LIMIT 1", [
      foreign,
    ]);
    const hung = asApp(
      mine,
      `INSERT INTO drafts (tenant_id, conversation_id, user_id, channel, body) VALUES ($1, $2, $3, 'sms', 'x')`,
      [mine, rows[0].id, "00000000-0000-7000-8000-000000000000"],
    );
    await expect(hung).rejects.toThrow(/violates foreign key constraint/);
  });
});

it("a tenant sees its own row of tenants and no other, and cannot make or remove one", async () => {
  expect((await asApp(mine, "SELECT id FROM tenants")).rows).toEqual([{ id: mine }]);
  expect((await asApp(mine, "UPDATE tenants SET name = 'Mine now' WHERE id = $1", [foreign])).rowCount).toBe(
    0,
  );
  await expect(asApp(mine, "DELETE FROM tenants")).rejects.toThrow(/permission denied/);
  const made = asApp(mine, "INSERT INTO tenants (id, slug, name) VALUES (gen_random_uuid(), 'more', 'More')");
  await expect(made).rejects.toThrow(/permission denied/);
});

it.each([
  ...["users", "sessions", "user_tenants", "sign_in_throttles", "platform_connections", "platform_settings"],
  ...["security_events", "number_directory", "api_key_directory", "worker_heartbeats", "_prisma_migrations"],
])("the platform's table %s is closed to a tenant", async (name) => {
  await expect(asApp(mine, `SELECT FROM "${name}"`)).rejects.toThrow(/permission denied/);
});

it("broken twin: without row-level security all of this would be there to read", async () => {
  await owner.query("ALTER TABLE messages DISABLE ROW LEVEL SECURITY");
  try {
    expect(await countRows(null, "messages")).toBeGreaterThan(0);
  } finally {
    await owner.query("ALTER TABLE messages ENABLE ROW LEVEL SECURITY");
  }
});

function insertable(row: Record<string, unknown>): string {
  return Object.keys(row)
    .map((name) => `"${name}"`)
    .join(", ");
}
