import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { readSession, signIn } from "@/lib/auth";
import { seedSession, testVisitor } from "@/lib/auth/testing";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx, Role } from "@/lib/kernel/context";
import { keptMails } from "@/lib/mail";
import { type SeededTenant, seedMember, seedPassword, seedTenant } from "@/lib/tenants/testing";
import { acceptInvitation, joinByInvitation } from "./accept-invitation";
import { changeMember } from "./change-member";
import { findInvitation } from "./find-invitation";
import { inviteMember } from "./invite-member";
import { listInvitations, listMembers } from "./list-people";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

beforeAll(testDatabase);

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const newcomer = { account: "new", name: "Nia New", password: "lantern pickle orbit" } as const;
let lastNewcomer = 0;

async function invite(ctx: Ctx, role: Role = "agent") {
  lastNewcomer += 1;
  const email = `newcomer-${lastNewcomer}@example.test`;
  const { id, url } = await inviteMember(ctx, { email, role });
  return { id, url, email, token: tokenOf(url) };
}

test("an invited person makes an account, is a member and can sign in", async () => {
  const { ctx } = await seedTenant({ name: "Riverside Dental" });
  const { token, email, url } = await invite(ctx, "admin");
  expect(keptMails().at(-1)).toMatchObject({ to: email, subject: "Join Riverside Dental on Trunkline" });
  expect(keptMails().at(-1)?.text).toContain(url);
  expect(await findInvitation(testVisitor(), token)).toEqual({
    tenantName: "Riverside Dental",
    email,
    role: "admin",
    invitedByName: "Olga Owner",
    hasAccount: false,
  });
  expect(await acceptInvitation(testVisitor(), { token, ...newcomer })).toEqual({ email });
  expect(await signIn(testVisitor(), { email, password: newcomer.password })).toMatchObject({ ok: true });
  expect(await listMembers(ctx)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ email, name: "Nia New", role: "admin", isDisabled: false }),
    ]),
  );
  expect(await listInvitations(ctx)).toEqual([]);
});

test("a link works once, also when it is used twice at the same moment", async () => {
  const { ctx } = await seedTenant();
  const { token } = await invite(ctx);
  const uses = await Promise.allSettled(
    [1, 2].map(() => acceptInvitation(testVisitor(), { token, ...newcomer })),
  );
  expect(uses.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await findInvitation(testVisitor(), token)).toBeNull();
  expect(await listMembers(ctx)).toHaveLength(2);
});

test("a link that was taken back, replaced, has run out or was made up opens nothing", async () => {
  const { ctx } = await seedTenant();
  const revoked = await invite(ctx);
  await revokeInvitation(ctx, { id: revoked.id });
  const replaced = await invite(ctx);
  const again = await resendInvitation(ctx, { id: replaced.id });
  const late = await invite(ctx);
  const nextWeek = testVisitor(fixedClock(new Date(Date.now() + 8 * 24 * 60 * 60 * 1000)));
  expect(await findInvitation(testVisitor(), tokenOf(again.url))).not.toBeNull();
  for (const [visitor, token] of [
    [testVisitor(), revoked.token],
    [testVisitor(), replaced.token],
    [nextWeek, late.token],
    [testVisitor(), `${late.token.slice(0, -4)}${late.token.endsWith("AAAA") ? "BBBB" : "AAAA"}`],
    [testVisitor(), "made-up"],
    [testVisitor(), ""],
  ] as const) {
    expect(await findInvitation(visitor, token)).toBeNull();
    await expect(acceptInvitation(visitor, { token, ...newcomer })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("inviting an address again replaces its open invitation", async () => {
  const { ctx } = await seedTenant();
  const first = await inviteMember(ctx, { email: "twice@example.test", role: "agent" });
  const second = await inviteMember(ctx, { email: "twice@example.test", role: "admin" });
  expect(await findInvitation(testVisitor(), tokenOf(first.url))).toBeNull();
  expect(await listInvitations(ctx)).toMatchObject([{ id: second.id, role: "admin", isExpired: false }]);
});

test("somebody with an account joins with its password, or signed in without it", async () => {
  const tenant = await seedTenant();
  const [byPassword, signedIn] = [(await seedTenant()).owner, (await seedTenant()).owner];
  const one = await inviteMember(tenant.ctx, { email: byPassword.email, role: "agent" });
  const token = tokenOf(one.url);
  expect(await findInvitation(testVisitor(), token)).toMatchObject({ hasAccount: true });
  await expect(acceptInvitation(testVisitor(), { token, ...newcomer })).rejects.toMatchObject({
    code: "conflict",
  });
  const mine = { token, account: "mine" } as const;
  await expect(acceptInvitation(testVisitor(), { ...mine, password: "no" })).rejects.toMatchObject({
    details: { errors: [{ field: "password" }] },
  });
  await acceptInvitation(testVisitor(), { ...mine, password: seedPassword });

  const two = await inviteMember(tenant.ctx, { email: signedIn.email, role: "agent" });
  const session = await seedSession(signedIn);
  await joinByInvitation(session.person, { token: tokenOf(two.url) });
  expect((await readSession(testVisitor(), session.cookie))?.tenant?.slug).toBe(tenant.slug);
  expect(await listMembers(tenant.ctx)).toHaveLength(3);
});

test("a signed-in person cannot use an invitation of another address", async () => {
  const { ctx } = await seedTenant();
  const { token } = await invite(ctx);
  const { person } = await seedSession((await seedTenant()).owner);
  await expect(joinByInvitation(person, { token })).rejects.toMatchObject({ code: "forbidden" });
});

test("a member is not invited twice; a disabled one is to be enabled instead", async () => {
  const tenant = await seedTenant();
  const member = await seedMember(tenant);
  const again = { email: member.email, role: "agent" as const };
  await expect(inviteMember(tenant.ctx, again)).rejects.toMatchObject({ code: "conflict" });
  await changeMember(tenant.ctx, { id: member.memberId, change: { isDisabled: true } });
  await expect(inviteMember(tenant.ctx, again)).rejects.toThrow(/Enable them/);
});

test.each<[Role, Role, boolean]>([
  ["owner", "owner", true],
  ["admin", "owner", false],
  ["admin", "admin", true],
  ["agent", "admin", false],
])("an %s inviting an %s: %s", async (own, given, isAllowed) => {
  const tenant = await seedTenant();
  const { ctx } = await seedMember(tenant, own);
  const invited = inviteMember(ctx, { email: "rank@example.test", role: given });
  if (isAllowed) await expect(invited).resolves.toMatchObject({ id: expect.any(String) });
  else await expect(invited).rejects.toMatchObject({ code: "forbidden" });
});

test("no API key invites anybody", async () => {
  const { ctx } = await seedTenant();
  const actor = { kind: "api_key", keyId: "k", scopes: [] } as const;
  await expect(invite({ ...ctx, actor })).rejects.toMatchObject({ code: "forbidden" });
});

const actors = async (tenant: SeededTenant) => ({
  owner: tenant.owner,
  admin: await seedMember(tenant, "admin"),
  agent: await seedMember(tenant, "agent"),
});

test("an admin changes agents and admins but no owner, and makes no owner", async () => {
  const tenant = await seedTenant();
  const { owner, admin, agent } = await actors(tenant);
  const forbidden = { code: "forbidden" };
  await changeMember(admin.ctx, { id: agent.memberId, change: { role: "admin" } });
  await changeMember(admin.ctx, { id: agent.memberId, change: { role: "agent" } });
  await expect(
    changeMember(admin.ctx, { id: agent.memberId, change: { role: "owner" } }),
  ).rejects.toMatchObject(forbidden);
  await expect(
    changeMember(admin.ctx, { id: owner.memberId, change: { role: "agent" } }),
  ).rejects.toMatchObject(forbidden);
  await expect(
    changeMember(admin.ctx, { id: owner.memberId, change: { isDisabled: true } }),
  ).rejects.toMatchObject(forbidden);
});

test("nobody disables themselves", async () => {
  const tenant = await seedTenant();
  const { admin } = await actors(tenant);
  await expect(
    changeMember(admin.ctx, { id: admin.memberId, change: { isDisabled: true } }),
  ).rejects.toMatchObject({
    code: "refused",
    details: { reason: "yourself" },
  });
});

test("the last owner stays, also when two owners demote each other at once", async () => {
  const tenant = await seedTenant();
  const last = { code: "refused", details: { reason: "last_owner" } };
  const demotion = { role: "agent" as const };
  await expect(
    changeMember(tenant.ctx, { id: tenant.owner.memberId, change: demotion }),
  ).rejects.toMatchObject(last);
  const second = await seedMember(tenant, "owner");
  const outcomes = await Promise.allSettled([
    changeMember(tenant.ctx, { id: second.memberId, change: demotion }),
    changeMember(second.ctx, { id: tenant.owner.memberId, change: demotion }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect((await listMembers(tenant.ctx)).filter(({ role }) => role === "owner")).toHaveLength(1);
});

test("a disabled owner does not count as an owner", async () => {
  const tenant = await seedTenant();
  const second = await seedMember(tenant, "owner");
  await changeMember(tenant.ctx, { id: second.memberId, change: { isDisabled: true } });
  await expect(
    changeMember(tenant.ctx, { id: tenant.owner.memberId, change: { role: "admin" } }),
  ).rejects.toMatchObject({ details: { reason: "last_owner" } });
  await changeMember(tenant.ctx, { id: second.memberId, change: { isDisabled: false } });
  await changeMember(tenant.ctx, { id: tenant.owner.memberId, change: { role: "admin" } });
});

test("a change that changes nothing ends no session and leaves no entry", async () => {
  const tenant = await seedTenant();
  const member = await seedMember(tenant, "agent");
  const { cookie } = await seedSession(member);
  await changeMember(tenant.ctx, { id: member.memberId, change: { role: "agent" } });
  expect(await readSession(testVisitor(), cookie)).not.toBeNull();
  const entries = await actionsOf(tenant.ctx);
  expect(entries).toEqual(["tenant.created"]);
});

test("another tenant's members and invitations are not found", async () => {
  const [mine, other] = [await seedTenant(), await seedTenant()];
  const member = await seedMember(other);
  const { id } = await invite(other.ctx);
  const missing = { code: "not_found" };
  await expect(
    changeMember(mine.ctx, { id: member.memberId, change: { role: "admin" } }),
  ).rejects.toMatchObject(missing);
  await expect(revokeInvitation(mine.ctx, { id })).rejects.toMatchObject(missing);
  await expect(resendInvitation(mine.ctx, { id })).rejects.toMatchObject(missing);
  expect(await listMembers(mine.ctx)).toHaveLength(1);
  expect(await listInvitations(mine.ctx)).toEqual([]);
  expect(await listInvitations(other.ctx)).toHaveLength(1);
});

test("every change stands in the audit trail in order", async () => {
  const tenant = await seedTenant();
  const kept = await invite(tenant.ctx);
  await resendInvitation(tenant.ctx, { id: kept.id });
  await revokeInvitation(tenant.ctx, { id: kept.id });
  const used = await invite(tenant.ctx);
  await acceptInvitation(testVisitor(), { token: used.token, ...newcomer });
  const member = (await listMembers(tenant.ctx)).find(({ email }) => email === used.email);
  const id = member?.id ?? "";
  for (const change of [{ role: "admin" as const }, { isDisabled: true }, { isDisabled: false }]) {
    await changeMember(tenant.ctx, { id, change });
  }
  expect(await actionsOf(tenant.ctx)).toEqual([
    ...["tenant.created", "member.invited", "invitation.resent", "invitation.revoked", "member.invited"],
    ...["member.joined", "member.role_changed", "member.disabled", "member.enabled"],
  ]);
});

async function actionsOf(ctx: Ctx): Promise<string[]> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<{ action: string }>("SELECT action FROM audit_entries WHERE tenant_id = $1::uuid ORDER BY seq", [
      ctx.tenantId,
    ]),
  );
  return rows.map(({ action }) => action);
}
