import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { signIn } from "@/lib/auth";
import { seedSession, testVisitor } from "@/lib/auth/testing";
import { unsafePlatformSql, withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { createTenant } from "./create-tenant";
import { listMyTenants } from "./list-my-tenants";
import { readTenant } from "./read-tenant";
import { removeTenant } from "./remove-tenant";
import { localeOf, slugCandidates, slugOf } from "./rules";
import { SignUp, TenantSettings } from "./schema";
import { signUp } from "./sign-up";
import { switchTenant } from "./switch-tenant";
import { seedMember, seedPassword, seedTenant } from "./testing";
import { updateTenant } from "./update-tenant";

beforeAll(testDatabase);

const someone = (email: string): SignUp =>
  SignUp.parse({
    businessName: "Hilltop Vets",
    name: "Hana Hill",
    email,
    password: "lantern pickle orbit",
    country: "GB",
  });

test("signing up makes a business with its owner, a team and an audit entry", async () => {
  const given = someone("hana@example.test");
  await signUp(testVisitor(), given);
  const session = await signIn(testVisitor(), given);
  if (!session.ok) throw new Error("cannot sign in");
  const person = { ...testVisitor(), ...session, isSuperAdmin: false };
  const [tenant] = await listMyTenants(person);
  expect(tenant).toMatchObject({
    name: "Hilltop Vets",
    slug: "hilltop-vets",
    role: "owner",
    isCurrent: true,
  });
  const made = await unsafePlatformSql("test", (sql) =>
    sql.one(
      `SELECT t.currency, t.locale, t.country, (SELECT count(*)::int FROM teams WHERE tenant_id = t.id AND is_default) AS teams,
              (SELECT array_agg(action) FROM audit_entries WHERE tenant_id = t.id) AS actions
         FROM tenants t WHERE t.id = $1::uuid`,
      [tenant?.id],
    ),
  );
  expect(made).toEqual({
    currency: "GBP",
    locale: "en-GB",
    country: "GB",
    teams: 1,
    actions: ["tenant.created"],
  });
});

test("a second business of the same name gets a slug of its own, also when both are made at once", async () => {
  const owners = await Promise.all([1, 2, 3].map(() => seedTenant()));
  await Promise.all(
    owners.map(({ owner }) =>
      createTenant(testVisitor(), {
        name: "Twin Dental",
        country: "US",
        timezone: "UTC",
        ownerId: owner.userId,
      }),
    ),
  );
  const slugs = await unsafePlatformSql("test", (sql) =>
    sql.rows<{ slug: string }>("SELECT slug FROM tenants WHERE name = 'Twin Dental' ORDER BY slug"),
  );
  expect(slugs.map(({ slug }) => slug)).toEqual(["twin-dental", "twin-dental-2", "twin-dental-3"]);
});

test("a slug that was asked for and is taken is a conflict, and leaves nothing behind", async () => {
  const { owner, slug } = await seedTenant();
  const again = createTenant(testVisitor(), {
    name: "X Y",
    country: "US",
    timezone: "UTC",
    ownerId: owner.userId,
    slug,
  });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});

test("a known address adds a business with its right password and tells nothing with a wrong one", async () => {
  const { owner } = await seedTenant();
  const given = someone(owner.email);
  const visitor = testVisitor(fixedClock("2026-11-20T09:00:00Z"), "203.0.113.77");
  await expect(signUp(visitor, given)).rejects.toMatchObject({
    code: "refused",
    details: { errors: [{ field: "email" }] },
  });
  const session = await seedSession(owner);
  expect(await listMyTenants(session.person)).toHaveLength(1);
  await signUp(visitor, { ...given, password: seedPassword });
  expect(await listMyTenants(session.person)).toHaveLength(2);
  for (let round = 0; round < 4; round += 1) await signUp(visitor, given).catch(() => undefined);
  await signUp(visitor, given).catch(() => undefined);
  await expect(signUp(visitor, given)).rejects.toMatchObject({ code: "rate_limited" });
});

test("a stolen password is refused before anything is made", async () => {
  const given = { ...someone("weak@example.test"), password: "password1234" };
  await expect(signUp(testVisitor(), given)).rejects.toMatchObject({
    details: { errors: [{ field: "password" }] },
  });
  expect(await signIn(testVisitor(), given)).toMatchObject({ ok: false });
});

test("changing the business keeps what the change leaves out, and names the fields in the audit trail", async () => {
  const { ctx } = await seedTenant({ country: "US", timezone: "America/New_York" });
  const after = await updateTenant(ctx, { country: "IN", languages: ["hi-IN"] });
  expect(after).toMatchObject({
    name: "Riverside Dental",
    timezone: "America/New_York",
    country: "IN",
    currency: "INR",
  });
  expect((await updateTenant(ctx, { name: "Riverside" })).settings.languages).toEqual(["hi-IN"]);
  const details = await withTenantSql(ctx, (sql) =>
    sql.rows("SELECT detail FROM audit_entries WHERE action = 'tenant.updated' ORDER BY seq"),
  );
  expect(details).toEqual([
    { detail: { fields: ["country", "languages"] } },
    { detail: { fields: ["name"] } },
  ]);
});

test("a tenant reads and changes itself only", async () => {
  const [one, other] = [await seedTenant({ name: "One" }), await seedTenant({ name: "Other" })];
  await updateTenant(one.ctx, { name: "Changed" });
  expect((await readTenant(other.ctx)).name).toBe("Other");
  const reached = await withTenantSql(one.ctx, (sql) =>
    sql.run("UPDATE tenants SET name = 'Stolen' WHERE id = $1::uuid", [other.ctx.tenantId]),
  );
  expect(reached).toBe(0);
});

test("settings from before a setting existed read with its default", async () => {
  expect(TenantSettings.parse({})).toEqual({
    limits: {
      ...{ allowedCountries: null, dailyTextCap: 1000, dailyWhatsappCap: 1000, dailyCallMinutesCap: 600 },
      ...{ dailySpendCap: 500 },
      ...{ numberCap: 10, monthlyNumberCap: 2500 },
    },
    languages: [],
    quietHours: { isOn: false, from: "21:00", to: "08:00" },
    suspension: null,
  });
});

test("a person works in several businesses and switches between them", async () => {
  const [one, two] = [await seedTenant({ name: "A" }), await seedTenant({ name: "B" })];
  const both = one.owner.userId;
  await unsafePlatformSql("test", async (sql) => {
    const values = [two.ctx.tenantId, newId(), both];
    await sql.run(
      "INSERT INTO members (tenant_id, id, user_id, role, name, email) VALUES ($1::uuid, $2::uuid, $3::uuid, 'agent', 'N', 'e')",
      values,
    );
    await sql.run("INSERT INTO user_tenants (user_id, tenant_id) VALUES ($1::uuid, $2::uuid)", [
      both,
      two.ctx.tenantId,
    ]);
  });
  const { person } = await seedSession(one.owner);
  const current = async () =>
    (await listMyTenants(person)).filter(({ isCurrent }) => isCurrent).map(({ name }) => name);
  expect(await listMyTenants(person)).toMatchObject([
    { name: "A", role: "owner" },
    { name: "B", role: "agent" },
  ]);
  expect(await current()).toEqual(["A"]);
  await switchTenant(person, { tenantId: two.ctx.tenantId });
  expect(await current()).toEqual(["B"]);
});

test("removing a business asks for its name and takes everything of it, and of no other", async () => {
  const [gone, kept] = [await seedTenant({ name: "Gone" }), await seedTenant({ name: "Kept" })];
  await seedMember(gone);
  await expect(removeTenant(gone.ctx, { confirmation: "gone" })).rejects.toMatchObject({ code: "refused" });
  expect((await readTenant(gone.ctx)).name).toBe("Gone");
  await removeTenant(gone.ctx, { confirmation: " Gone " });
  await expect(readTenant(gone.ctx)).rejects.toMatchObject({ code: "not_found" });
  expect(await withTenant(gone.ctx, (tx) => Promise.all([tx.member.count(), tx.auditEntry.count()]))).toEqual(
    [0, 0],
  );
  expect(await withTenant(kept.ctx, (tx) => tx.member.count())).toBe(1);
  const noted = await unsafePlatformSql("test", (sql) =>
    sql.rows("SELECT detail->>'slug' AS slug FROM security_events WHERE kind = 'tenant.removed'"),
  );
  expect(noted).toEqual([{ slug: gone.slug }]);
});

test.each([
  ["Café Zoë & Sons", "cafe-zoe-sons"],
  ["  --Smith--  ", "smith"],
  ["株式会社", "business"],
  ["A", "business"],
  ["x".repeat(60), "x".repeat(40)],
])("the slug of %j is %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("the demo's slugs and ours are never given away", () => {
  expect(slugCandidates("Demo")[0]).toBe("demo-2");
  expect(slugCandidates("Trunkline")[0]).toBe("trunkline-2");
});

test.each([
  ["US", "en-US"],
  ["IN", "en-IN"],
  ["DE", "de-DE"],
  ["FR", "fr-FR"],
])("a business of %s writes in %s unless it says otherwise", (country, locale) => {
  expect(localeOf(country)).toBe(locale);
});
