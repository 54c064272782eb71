import { beforeAll, expect, test } from "vitest";
import { signIn } from "@/lib/auth";
import { seedSession, testVisitor } from "@/lib/auth/testing";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import type { Person } from "@/lib/kernel/callers";
import { newId } from "@/lib/kernel/ids";
import { sendMessage } from "@/lib/messages";
import { seedNumber } from "@/lib/messages/testing";
import { listMyTenants, listSuspendedTenants, readTenant, updateTenant } from "@/lib/tenants";
import { seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { changeLimits } from "./change-limits";
import { createBusiness } from "./create-business";
import { listBusinesses } from "./list-businesses";
import { readBusiness } from "./read-business";
import { resumeBusiness, suspendBusiness } from "./suspend-business";
import { seedSuperAdmin } from "./testing";

let admin: Person;
beforeAll(async () => {
  await testDatabase();
  installWiring();
  admin = await seedSuperAdmin();
});

const names = async (search: string, status: "all" | "active" | "suspended" = "all") =>
  (await listBusinesses(admin, { search, status })).data.map(({ name }) => name);
const trailOf = (tenantId: string) =>
  unsafePlatformSql("a test reads the trail", (sql) =>
    sql.rows<{ action: string; detail: object }>(
      "SELECT action, detail FROM platform_audit_entries WHERE about_tenant_id = $1::uuid ORDER BY at, id",
      [tenantId],
    ),
  );

test("businesses are found by name, slug and their people's addresses; a wildcard is a letter", async () => {
  const mark = newId().slice(-8);
  const { owner, slug } = await seedTenant({ name: `Zebra ${mark}` });
  await seedTenant({ name: `Yak ${mark}` });
  expect(await names(mark)).toEqual([`Yak ${mark}`, `Zebra ${mark}`]);
  expect(await names(owner.email)).toEqual([`Zebra ${mark}`]);
  expect(await names(slug)).toEqual([`Zebra ${mark}`]);
  expect(await names(`%${mark}`)).toEqual([]);
});

test("a business is set up for somebody new, who can sign in with the password that is shown once", async () => {
  const ownerEmail = `new-${newId().slice(-8)}@example.test`;
  const input = {
    name: "Corner Cafe",
    country: "GB",
    timezone: "Europe/London",
    ownerName: "Olga",
    ownerEmail,
  };
  const made = await createBusiness(admin, input);
  expect(made.password).toHaveLength(16);
  expect(await signIn(testVisitor(), { email: ownerEmail, password: made.password ?? "" })).toMatchObject({
    ok: true,
  });
  const again = await createBusiness(admin, { ...input, name: "Second Cafe" });
  expect(again.password).toBeNull();
  expect((await readBusiness(admin, made.id)).owners).toEqual([{ name: "Olga", email: ownerEmail }]);
  expect(await trailOf(made.id)).toMatchObject([
    { action: "business.created", detail: { isNewOwner: true } },
  ]);
});

test("a suspended business sends nothing, lets nobody in, and says why; resumed it is as before", async () => {
  const tenant = await seedTenant();
  await seedNumber(tenant);
  const send = () => sendMessage(tenant.ctx, { to: "+14155551777", body: "Hello" });
  expect(await send()).toMatchObject({ ok: true });
  await suspendBusiness(admin, tenant.ctx.tenantId, { reason: "The account was not paid." });
  expect(await send()).toMatchObject({ ok: false, reason: "suspended" });
  const { person } = await seedSession(tenant.owner);
  expect(await listMyTenants(person)).toEqual([]);
  expect(await listSuspendedTenants(person)).toMatchObject([{ reason: "The account was not paid." }]);
  await updateTenant(tenant.ctx, { name: "Renamed" });
  expect((await readTenant(tenant.ctx)).settings.suspension).toMatchObject({
    reason: "The account was not paid.",
  });
  await resumeBusiness(admin, tenant.ctx.tenantId);
  expect(await send()).toMatchObject({ ok: true });
  expect(await listSuspendedTenants(person)).toEqual([]);
  expect(await trailOf(tenant.ctx.tenantId)).toMatchObject([
    { action: "business.suspended", detail: { before: "active", after: "suspended" } },
    { action: "business.resumed", detail: { before: "suspended", after: "active" } },
  ]);
  const own = await withTenantSql(tenant.ctx, (sql) =>
    sql.rows<{ action: string }>(
      "SELECT action FROM audit_entries WHERE action LIKE 'business.%' ORDER BY seq",
    ),
  );
  expect(own.map(({ action }) => action)).toEqual(["business.suspended", "business.resumed"]);
});

test("limits change one by one, with what they were before, and of no other business", async () => {
  const [tenant, other] = [await seedTenant(), await seedTenant()];
  await changeLimits(admin, tenant.ctx.tenantId, { dailyTextCap: 5, dailySpendCap: 1.5 });
  const limits = await changeLimits(admin, tenant.ctx.tenantId, { dailyTextCap: 6 });
  expect(limits).toMatchObject({ dailyTextCap: 6, dailySpendCap: 1.5, numberCap: 10 });
  expect((await readTenant(tenant.ctx)).settings.limits).toEqual(limits);
  expect((await readTenant(other.ctx)).settings.limits.dailyTextCap).toBe(1000);
  expect((await trailOf(tenant.ctx.tenantId))[1]?.detail).toEqual({
    before: { dailyTextCap: 5 },
    after: { dailyTextCap: 6 },
  });
});

test.each([newId(), "none", "'; --"])("there is no business %j", async (id) => {
  const missing = { code: "not_found" };
  await expect(readBusiness(admin, id)).rejects.toMatchObject(missing);
  await expect(resumeBusiness(admin, id)).rejects.toMatchObject(missing);
  await expect(changeLimits(admin, id, {})).rejects.toMatchObject(missing);
});

test("nobody rewrites what was done", async () => {
  const rewriting = unsafePlatformSql("a test tries", (sql) => sql.run("DELETE FROM platform_audit_entries"));
  await expect(rewriting).rejects.toThrow(/permission denied/);
});
