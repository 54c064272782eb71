import { afterAll, beforeAll, expect, it } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { newId } from "@/lib/kernel/ids";
import { keepPresence, listPresent } from "@/lib/presence";
import { identityOf, memberOfIdentity, presenceSeconds } from "@/lib/presence/rules";
import { type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { issueToken, registerDevice } from ".";

let simulator: Simulator;
let tenant: SeededTenant;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: env.publicUrl });
  env.simulatorUrl = simulator.url;
  const settings = env.carriers.twilio;
  if (settings) env.carriers = { ...env.carriers, twilio: { ...settings, apiBaseUrl: simulator.url } };
  tenant = await seedTenant();
});
afterAll(() => simulator.close());

type Claims = {
  exp: number;
  iat: number;
  grants: { identity: string; voice: { outgoing: { application_sid: string } } };
};
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));

it("gives a member a token of an hour, in their own name and for the business's own application", async () => {
  const { token, identity, signalling } = await issueToken(tenant.owner.ctx);
  const { exp, iat, grants } = claimsOf(token);
  expect(exp - iat).toBeLessThanOrEqual(3_600);
  expect(identity).toBe(identityOf(tenant.owner.memberId));
  expect(identity).toMatch(/^[A-Za-z0-9_]{1,64}$/);
  expect(grants.identity).toBe(identity);
  const application = simulator.world.store.applications.get(grants.voice.outgoing.application_sid);
  expect(application?.voiceUrl.split("#")[0]).toBe(`${env.publicUrl}/api/twilio/${tenant.slug}/answer`);
  expect(signalling).toBe(new URL(simulator.url).host);
});

it("gives another business another name and another application", async () => {
  const other = await seedTenant();
  const [own, foreign] = await Promise.all([issueToken(tenant.owner.ctx), issueToken(other.owner.ctx)]);
  expect(foreign.identity).not.toBe(own.identity);
  expect(claimsOf(foreign.token).grants.voice).not.toEqual(claimsOf(own.token).grants.voice);
});

it("gives none to programs, to people of another business and to whom was let go", async () => {
  const program = {
    ...tenant.ctx,
    actor: { kind: "api_key" as const, keyId: newId(), scopes: ["calls:write"] },
  };
  await expect(issueToken(program)).rejects.toMatchObject({ code: "forbidden" });
  const other = await seedTenant();
  const intruder = { ...other.owner.ctx, tenantId: tenant.ctx.tenantId };
  await expect(issueToken(intruder)).rejects.toMatchObject({ code: "forbidden" });
  const former = await seedMember(tenant);
  await withTenantSql(tenant.ctx, (sql) =>
    sql.run("UPDATE members SET disabled_at = now() WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      tenant.ctx.tenantId,
      former.memberId,
    ]),
  );
  await expect(issueToken(former.ctx)).rejects.toMatchObject({ code: "forbidden" });
  await expect(registerDevice(former.ctx)).rejects.toMatchObject({ code: "forbidden" });
  await expect(keepPresence(former.ctx, { tabId: "tab-0001", state: "online" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("believes a tab for a minute, and no other business knows of it", async () => {
  const { owner, ctx } = await seedTenant();
  const present = (of: typeof ctx) => withTenantSql(of, (sql) => listPresent(sql, of));
  await keepPresence(owner.ctx, { tabId: "tab-0001", state: "online" });
  await keepPresence(owner.ctx, { tabId: "tab-0002", state: "away" });
  expect(await present(ctx)).toEqual([owner.memberId]);
  expect(await present(tenant.ctx)).toEqual([]);
  const later = { now: () => new Date(Date.now() + (presenceSeconds + 1) * 1000) };
  expect(await present({ ...ctx, clock: { ...ctx.clock, ...later } })).toEqual([]);
  await keepPresence(owner.ctx, { tabId: "tab-0001", state: "gone" });
  expect(await present(ctx)).toEqual([]);
});

it.each(["", "m_", "m_XYZ", "user:ann@example.com", `m_${"g".repeat(32)}`, `x_${"a".repeat(32)}`])(
  "finds nobody behind the identity %j",
  (identity) => expect(memberOfIdentity(identity)).toBeNull(),
);

it("finds the member behind an identity, with and without scheme", () => {
  const id = newId();
  expect(memberOfIdentity(identityOf(id))).toBe(id);
  expect(memberOfIdentity(`client:${identityOf(id)}`)).toBe(id);
});
