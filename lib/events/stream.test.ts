import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { TenantId } from "@/lib/kernel/ids";
import { emit, endStreams, type Live, signal, startLive } from ".";
import { makeBareTenant, recordEvents, type Watching, watchStream } from "./testing";

let server: Server;
let live: Live;
let origin: string;
let tenantId: TenantId;
let otherId: TenantId;
const endedSessions = new Set<string>();

/** The test's gate: `/tenant/user/session` in the path of the request. */
const gate = {
  recognise: async (request: { url?: string | undefined }) => {
    const [, tenant, userId = "", sessionId = ""] = request.url?.split("?")[0]?.split("/") ?? [];
    const known = [tenantId, otherId].find((id) => id === tenant);
    return known && !endedSessions.has(sessionId) ? { tenantId: known, userId, sessionId } : null;
  },
  findEnded: async () => endedSessions,
};

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  tenantId = await makeBareTenant();
  otherId = await makeBareTenant();
  live = await startLive({ gate, report: (sentence, error) => console.error(sentence, error) });
  server = createServer((request, response) => void live.open(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function watch(who: string, headers: Record<string, string> = {}): Promise<Watching> {
  const watching = await watchStream(`${origin}/${who}`, headers);
  onTestFinished(() => watching.close());
  return watching;
}

function tell(kind: string, tenant = tenantId, count = 1): Promise<void> {
  const ctx = {
    tenantId: tenant,
    actor: { kind: "system", why: "test" },
    clock: systemClock,
    requestId: "t",
  } as const;
  return withTenantSql(ctx, (sql) =>
    emit(sql, ctx, ...Array.from({ length: count }, () => ({ kind, subject: {}, data: { word: "a\nb" } }))),
  );
}

test("every open screen of the tenant gets what happened, and nobody else does", async () => {
  const [first, second, foreign] = await Promise.all([
    watch(`${tenantId}/ann/1`),
    watch(`${tenantId}/bob/2`),
    watch(`${otherId}/eve/3`),
  ]);
  await tell("theirs.happened", otherId);
  await tell("ours.happened");
  await vi.waitFor(() => {
    expect(first.kinds()).toEqual(["ours.happened"]);
    expect(second.kinds()).toEqual(["ours.happened"]);
    expect(foreign.kinds()).toEqual(["theirs.happened"]);
  });
  const [, frame] = first.frames;
  expect(JSON.parse(frame?.data ?? "")).toEqual({
    seq: expect.any(Number),
    kind: "ours.happened",
    subject: {},
    data: { word: "a\nb" },
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
});

test("nobody without a session of the tenant is let in", async () => {
  expect((await watch("no-tenant/ann/1")).status).toBe(401);
});

test("whoever comes back gets exactly what was missed, in order", async () => {
  const before = await watch(`${tenantId}/ann/1`);
  await tell("one.happened");
  await vi.waitFor(() => expect(before.kinds()).toEqual(["one.happened"]));
  before.close();
  await tell("two.happened");
  await tell("foreign.happened", otherId);
  await tell("three.happened");
  const after = await watch(`${tenantId}/ann/1`, { "last-event-id": before.lastId() ?? "" });
  expect(after.kinds()).toEqual(["two.happened", "three.happened"]);
  const query = await watch(`${tenantId}/ann/1?after=${encodeURIComponent(before.lastId() ?? "")}`);
  expect(query.kinds()).toEqual(["two.happened", "three.happened"]);
  await tell("four.happened");
  await vi.waitFor(() => expect(after.kinds()).toEqual(["two.happened", "three.happened", "four.happened"]));
});

test.each([
  ["what nobody wrote", "1700000000.drop table"],
  ["a position of long ago", "1700000000.5:5:"],
  ["a position of another database", `${Math.floor(Date.now() / 1000)}.900000000:900000000:`],
])("%s is answered by reset", async (_name, position) => {
  const watching = await watch(`${tenantId}/ann/1`, { "last-event-id": position });
  await vi.waitFor(() => expect(watching.frames.map(({ event }) => event)).toEqual(["ready", "reset"]));
});

test("too much missed is answered by reset, and so is too much at once", async () => {
  const before = await watch(`${otherId}/eve/3`);
  await tell("much.happened", otherId, 501);
  await vi.waitFor(() => expect(before.frames.map(({ event }) => event)).toEqual(["ready", "reset"]));
  const after = await watch(`${otherId}/eve/3`, { "last-event-id": before.frames[0]?.id ?? "" });
  await vi.waitFor(() => expect(after.frames.map(({ event }) => event)).toEqual(["ready", "reset"]));
  await tell("more.happened", otherId);
  await vi.waitFor(() => expect(after.kinds()).toEqual(["more.happened"]));
});

test("events that nobody announced arrive within two seconds", async () => {
  const watching = await watch(`${tenantId}/ann/1`);
  await unsafePlatformSql("as if the process had died after the commit", (sql) =>
    sql.run(
      "INSERT INTO events (tenant_id, kind, subject, data, actor_kind) VALUES ($1::uuid, 'quiet.happened', '{}', '{}', 'system')",
      [tenantId],
    ),
  );
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["quiet.happened"]), 2_000);
});

test("an older transaction that stays open holds nothing up, and is not skipped", async () => {
  const watching = await watch(`${tenantId}/ann/1`);
  const commit = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const ctx = { tenantId, actor: { kind: "assistant" }, clock: systemClock, requestId: "slow" } as const;
  const slow = withTenantSql(ctx, async (sql) => {
    await emit(sql, ctx, { kind: "slow.happened", subject: {} });
    begun.resolve();
    await commit.promise;
  });
  await begun.promise;
  await tell("fast.happened");
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["fast.happened"]));
  const back = await watch(`${tenantId}/ann/1`, { "last-event-id": watching.lastId() ?? "" });
  commit.resolve();
  await slow;
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["fast.happened", "slow.happened"]));
  await vi.waitFor(() => expect(back.kinds()).toEqual(["slow.happened"]));
});

test("a signal reaches the tenant's screens and is stored nowhere", async () => {
  const [ours, foreign] = await Promise.all([watch(`${tenantId}/ann/1`), watch(`${otherId}/eve/3`)]);
  signal({ tenantId, clock: systemClock }, { kind: "somebody.types", subject: {} });
  await vi.waitFor(() => expect(ours.frames.at(-1)).toMatchObject({ event: "signal", id: undefined }));
  expect(JSON.parse(ours.frames.at(-1)?.data ?? "")).toMatchObject({ kind: "somebody.types", seq: null });
  expect(foreign.frames).toHaveLength(1);
});

test("ending a session closes its streams at once, after the commit only, and it is not let in again", async () => {
  const [ended, same, other] = await Promise.all([
    watch(`${tenantId}/ann/revoked`),
    watch(`${tenantId}/ann/1`),
    watch(`${otherId}/eve/revoked-too`),
  ]);
  const refused = unsafePlatformSql("a test", async (sql) => {
    endStreams(sql, { sessionId: "revoked" });
    throw new Error("rolled back");
  });
  await expect(refused).rejects.toThrow("rolled back");
  expect(ended.isClosed()).toBe(false);
  await unsafePlatformSql("a test", async (sql) => {
    endStreams(sql, { sessionId: "revoked" });
    endStreams(sql, { userId: "eve" });
  });
  await vi.waitFor(() => expect([ended.isClosed(), other.isClosed()]).toEqual([true, true]));
  expect(same.isClosed()).toBe(false);
  endedSessions.add("revoked");
  expect((await watch(`${tenantId}/ann/revoked`)).status).toBe(401);
});

test("one session cannot fill the process with streams", async () => {
  const tabs = await Promise.all(Array.from({ length: 60 }, () => watch(`${otherId}/eve/greedy`)));
  const more = await watch(`${otherId}/eve/greedy`);
  expect(more.status).toBe(429);
  for (const tab of tabs) tab.close();
});
