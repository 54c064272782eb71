import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { endSession, sessionCookieNames, writeSessionToken } from "@/lib/auth";
import { unsafeInsertSession } from "@/lib/auth/unsafe-sessions";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { emit, type Live } from "@/lib/events";
import { watchStream } from "@/lib/events/testing";
import { systemClock } from "@/lib/kernel/clock";
import { type SeededMember, seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "./install-wiring";
import { openLive } from "./live";

const visitor = { clock: systemClock, requestId: "test", address: "127.0.0.1", userAgent: null };
let server: Server;
let live: Live;
let url: string;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  live = await openLive();
  server = createServer((request, response) => void live.open(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/stream`;
});

afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
});

async function watchAs({ userId }: SeededMember) {
  const sessionId = await unsafePlatformSql("a test signs in", (sql) =>
    unsafeInsertSession(sql, visitor, userId),
  );
  const cookie = `${sessionCookieNames.plain}=${await writeSessionToken({ sessionId, userId })}`;
  const watching = await watchStream(url, { cookie });
  onTestFinished(() => watching.close());
  return { watching, cookie, person: { ...visitor, userId, sessionId, isSuperAdmin: false } };
}

test("a member's session opens the stream of its tenant; ending it closes the stream and keeps it closed", async () => {
  const [tenant, other] = await Promise.all([seedTenant(), seedTenant()]);
  const [{ watching, cookie, person }, agent, foreign] = await Promise.all([
    watchAs(tenant.owner),
    seedMember(tenant).then(watchAs),
    watchAs(other.owner),
  ]);
  await withTenantSql(tenant.ctx, (sql) => emit(sql, tenant.ctx, { kind: "test.happened", subject: {} }));
  await vi.waitFor(() => expect(watching.kinds()).toContain("test.happened"));
  await vi.waitFor(() => expect(agent.watching.kinds()).toContain("test.happened"));
  await endSession(person, { id: person.sessionId });
  await vi.waitFor(() => expect(watching.isClosed()).toBe(true));
  expect((await watchStream(url, { cookie })).status).toBe(401);
  expect(agent.watching.isClosed()).toBe(false);
  expect(foreign.watching.kinds()).toEqual([]);
});

test("nobody watches without a session", async () => {
  expect((await watchStream(url)).status).toBe(401);
  expect((await watchStream(url, { cookie: `${sessionCookieNames.plain}=forged` })).status).toBe(401);
});
