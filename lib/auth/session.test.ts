import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import { changeMember } from "@/lib/members";
import { switchTenant } from "@/lib/tenants";
import { seedMember, seedPassword, seedTenant } from "@/lib/tenants/testing";
import { changePassword } from "./change-password";
import { endAllSessions, endSession, endSessionOfToken, signOut } from "./end-session";
import { listSessions } from "./list-sessions";
import { readSession } from "./read-session";
import { seedSession, testVisitor } from "./testing";

beforeAll(testDatabase);

const day = 24 * 60 * 60 * 1000;

test("a session proves its user, tenant and role", async () => {
  const tenant = await seedTenant();
  const { cookie } = await seedSession(tenant.owner);
  const session = await readSession(testVisitor(), `theme=dark; ${cookie}; other=1`);
  expect(session?.user).toEqual({
    id: tenant.owner.userId,
    email: tenant.owner.email,
    name: tenant.owner.name,
  });
  expect(session?.tenant?.slug).toBe(tenant.slug);
  expect(session?.ctx).toMatchObject({
    tenantId: tenant.ctx.tenantId,
    actor: { kind: "user", userId: tenant.owner.userId, role: "owner" },
  });
});

test.each([
  ["no cookie", null],
  ["another cookie", "theme=dark"],
  ["a token that is none", "trunkline-session=abc"],
  ["an empty one", "trunkline-session="],
])("%s is nobody", async (_name, cookie) => {
  expect(await readSession(testVisitor(), cookie)).toBeNull();
});

test("a token sealed with another secret, or changed by a letter, is nobody", async () => {
  const { owner } = await seedTenant();
  const { cookie } = await seedSession(owner);
  const { encode } = await import("next-auth/jwt");
  const forged = await encode({
    token: { sid: (await seedSession(owner)).sessionId },
    secret: "another secret",
  });
  expect(await readSession(testVisitor(), `trunkline-session=${forged}`)).toBeNull();
  // Not the last letter: it holds bits that stand for nothing.
  const at = cookie.length - 10;
  const changed = cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
  expect(await readSession(testVisitor(), changed)).toBeNull();
});

test("a session ends after 14 days without use and after 30 days in any case", async () => {
  const { owner } = await seedTenant();
  const clock = fixedClock(new Date());
  const visitor = testVisitor(clock);
  const idle = await seedSession(owner, visitor);
  const used = await seedSession(owner, visitor);
  for (let days = 10; days < 30; days += 10) {
    clock.advance(10 * day);
    expect(await readSession(visitor, used.cookie)).not.toBeNull();
  }
  expect(await readSession(visitor, idle.cookie)).toBeNull();
  clock.advance(10 * day);
  expect(await readSession(visitor, used.cookie)).toBeNull();
});

test("signing out ends this session only; signing out everywhere ends them all at once", async () => {
  const { owner } = await seedTenant();
  const [one, two, three] = [await seedSession(owner), await seedSession(owner), await seedSession(owner)];
  await signOut(one.person);
  expect(await readSession(testVisitor(), one.cookie)).toBeNull();
  expect(await readSession(testVisitor(), two.cookie)).not.toBeNull();
  expect(await endAllSessions(two.person)).toEqual({ ended: 2 });
  expect(await readSession(testVisitor(), two.cookie)).toBeNull();
  expect(await readSession(testVisitor(), three.cookie)).toBeNull();
});

test("next-auth's own sign-out ends the session too, and nothing by a token of nonsense", async () => {
  const { owner } = await seedTenant();
  const { cookie, sessionId } = await seedSession(owner);
  await endSessionOfToken({ sub: owner.userId, sid: "nonsense" });
  await endSessionOfToken({ sub: (await seedTenant()).owner.userId, sid: sessionId });
  expect(await readSession(testVisitor(), cookie)).not.toBeNull();
  await endSessionOfToken({ sub: owner.userId, sid: sessionId });
  expect(await readSession(testVisitor(), cookie)).toBeNull();
});

test("people see and end their own sessions, nobody else's", async () => {
  const { owner } = await seedTenant();
  const stranger = await seedSession((await seedTenant()).owner);
  const [here, there] = [await seedSession(owner), await seedSession(owner)];
  const listed = await listSessions(here.person);
  expect(listed.map(({ id, isThisOne }) => ({ id, isThisOne }))).toEqual(
    expect.arrayContaining([
      { id: here.sessionId, isThisOne: true },
      { id: there.sessionId, isThisOne: false },
    ]),
  );
  expect(listed).toHaveLength(2);
  await expect(endSession(here.person, { id: stranger.sessionId })).rejects.toMatchObject({
    code: "not_found",
  });
  await endSession(here.person, { id: there.sessionId });
  expect(await readSession(testVisitor(), there.cookie)).toBeNull();
  expect(await readSession(testVisitor(), stranger.cookie)).not.toBeNull();
});

test("disabling a member or changing their role ends their sessions in this tenant with the next request", async () => {
  const tenant = await seedTenant();
  for (const change of [{ isDisabled: true }, { role: "admin" as const }]) {
    const member = await seedMember(tenant, "agent");
    const { cookie } = await seedSession(member);
    expect((await readSession(testVisitor(), cookie))?.role).toBe("agent");
    await changeMember(tenant.ctx, { id: member.memberId, change });
    expect(await readSession(testVisitor(), cookie)).toBeNull();
  }
});

test("a user who is disabled everywhere is nobody; one without any tenant is somebody without a context", async () => {
  const tenant = await seedTenant();
  const { cookie } = await seedSession(tenant.owner);
  await unsafePlatformSql("test", (sql) =>
    sql.run("UPDATE members SET disabled_at = now() WHERE user_id = $1::uuid", [tenant.owner.userId]),
  );
  const session = await readSession(testVisitor(), cookie);
  expect(session).toMatchObject({ ctx: null, tenant: null, role: null, user: { id: tenant.owner.userId } });
  await unsafePlatformSql("test", (sql) =>
    sql.run("UPDATE users SET disabled_at = now() WHERE id = $1::uuid", [tenant.owner.userId]),
  );
  expect(await readSession(testVisitor(), cookie)).toBeNull();
});

test("a suspended tenant lets nobody in", async () => {
  const tenant = await seedTenant();
  const { cookie } = await seedSession(tenant.owner);
  await unsafePlatformSql("test", (sql) =>
    sql.run("UPDATE tenants SET status = 'suspended' WHERE id = $1::uuid", [tenant.ctx.tenantId]),
  );
  expect((await readSession(testVisitor(), cookie))?.ctx).toBeNull();
});

test("a session cannot switch to a tenant that its user is not in", async () => {
  const tenant = await seedTenant();
  const other = await seedTenant();
  const { person, cookie } = await seedSession(tenant.owner);
  await expect(switchTenant(person, { tenantId: other.ctx.tenantId })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await readSession(testVisitor(), cookie))?.tenant?.slug).toBe(tenant.slug);
});

test("changing the password asks for the present one and ends the other sessions", async () => {
  const { owner } = await seedTenant();
  const [here, there] = [await seedSession(owner), await seedSession(owner)];
  const change = { currentPassword: seedPassword, newPassword: "lantern pickle orbit seven" };
  await expect(changePassword(here.person, { ...change, currentPassword: "no" })).rejects.toMatchObject({
    code: "refused",
    details: { errors: [{ field: "currentPassword" }] },
  });
  await expect(changePassword(here.person, { ...change, newPassword: "password1234" })).rejects.toMatchObject(
    {
      details: { errors: [{ field: "newPassword" }] },
    },
  );
  expect(await readSession(testVisitor(), there.cookie)).not.toBeNull();
  await changePassword(here.person, change);
  expect(await readSession(testVisitor(), here.cookie)).not.toBeNull();
  expect(await readSession(testVisitor(), there.cookie)).toBeNull();
  await expect(changePassword(here.person, change)).rejects.toMatchObject({ code: "refused" });
});

test("the last use is written once a minute, not with every request", async () => {
  const { owner } = await seedTenant();
  const clock = fixedClock(new Date());
  const visitor = testVisitor(clock);
  const { cookie, person } = await seedSession(owner, visitor);
  const lastSeen = async () => (await listSessions(person))[0]?.lastSeenAt.getTime();
  const started = await lastSeen();
  clock.advance(30_000);
  await readSession(visitor, cookie);
  expect(await lastSeen()).toBe(started);
  clock.advance(31_000);
  await readSession(visitor, cookie);
  expect(await lastSeen()).toBe(clock.now().getTime());
});
