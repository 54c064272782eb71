import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, installDatabase, withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { log } from "@/lib/http";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { deliver, newSid, statusFields, textFields } from "./testing";
import { forgetAddressees } from "./unsafe-addressee";

let tenant: SeededTenant;
let number: string;
let owner: pg.Client;

beforeAll(async () => {
  log.level = "silent"; // each lost connection, with its trace
  const { ownerUrl } = await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});

afterAll(() => owner.end());

beforeEach(() => forgetAddressees());
afterEach(async () => {
  await owner.query("DROP TRIGGER IF EXISTS refuse_commit ON webhook_events");
});

const ask = (sid: string) =>
  deliver({ path: `/api/twilio/${tenant.slug}/sms`, fields: textFields(number, { MessageSid: sid }) });

const stored = (sid: string) =>
  withTenant(tenant.ctx, async (tx) => ({
    messages: await tx.message.count({ where: { carrierSid: sid } }),
    raw: await tx.webhookEvent.count({ where: { dedupeKey: { contains: sid } } }),
  }));

async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const urls = await testDatabase();
  await closeDatabase();
  const nowhere = "postgres://nobody:nothing@127.0.0.1:1/nothing";
  installDatabase({ appUrl: nowhere, platformUrl: nowhere });
  try {
    await work();
  } finally {
    await closeDatabase();
    installDatabase({ ...urls, poolSize: 10 });
  }
}

test("a database that cannot be reached is 503 for everybody, and the carrier's next attempt is stored once", async () => {
  const sid = newSid();
  await withoutDatabase(async () => {
    expect((await ask(sid)).status).toBe(503);
    expect((await deliver({ path: "/api/twilio/nobody/sms", fields: textFields(number) })).status).toBe(503);
    const path = `/api/twilio/${tenant.slug}/message-status`;
    expect((await deliver({ path, fields: statusFields(newSid(), "sent") })).status).toBe(503);
    expect((await deliver({ path: `/api/twilio/${tenant.slug}/answer`, fields: {} })).status).toBe(503);
  });
  expect(await stored(sid)).toEqual({ messages: 0, raw: 0 });
  expect((await ask(sid)).status).toBe(200);
  expect((await ask(sid)).status).toBe(200);
  expect(await stored(sid)).toEqual({ messages: 1, raw: 1 });
});

test("a tenant that is remembered is no way around it", async () => {
  expect((await ask(newSid())).status).toBe(200);
  const sid = newSid();
  await withoutDatabase(async () => {
    expect((await ask(sid)).status).toBe(503);
  });
  expect(await stored(sid)).toEqual({ messages: 0, raw: 0 });
});

test("connections cut in the middle of a text are 503, leave nothing, and heal by themselves", async () => {
  const sid = newSid();
  await owner.query("BEGIN; LOCK TABLE messages IN ACCESS EXCLUSIVE MODE");
  const asked = ask(sid);
  await waitForBlocked();
  await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename LIKE 'trunkline_app_%'`);
  await owner.query("ROLLBACK");
  expect((await asked).status).toBe(503);
  expect(await stored(sid)).toEqual({ messages: 0, raw: 0 });
  expect((await ask(sid)).status).toBe(200);
  expect(await stored(sid)).toEqual({ messages: 1, raw: 1 });
});

test("a commit that fails is no 200", async () => {
  await owner.query(`CREATE OR REPLACE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no room left' USING ERRCODE = 'disk_full'; END $$`);
  await owner.query(`CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON webhook_events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_commit()`);
  const sid = newSid();
  expect((await ask(sid)).status).toBe(503);
  expect(await stored(sid)).toEqual({ messages: 0, raw: 0 });
});

/** Until the webhook's transaction stands at the lock. */
async function waitForBlocked(): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    const { rows } = await owner.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("Nothing waits for the lock.");
}
