import { beforeAll, expect, test } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { createKey } from "@/lib/keys";
import { seedTenant } from "@/lib/tenants/testing";
import { exportAudit, listAudit } from "./list-audit";
import { recordAudit } from "./record-audit";

beforeAll(() => testDatabase());

const write = (ctx: Ctx, action: string, detail: Record<string, unknown> = {}) =>
  withTenantSql(ctx, (sql) =>
    recordAudit(sql, ctx, { action, subject: { kind: "thing", id: null }, detail }),
  );
const actions = async (ctx: Ctx, filter: Partial<Parameters<typeof listAudit>[1]>) =>
  (await listAudit(ctx, { search: "", ...filter })).data.map(({ action }) => action);

test("entries name who did it, whatever they are, the newest first", async () => {
  const { ctx } = await seedTenant();
  const { id: keyId } = await createKey(ctx, { name: "Shop system", scopes: ["messages:write"] });
  await write({ ...ctx, actor: { kind: "api_key", keyId, scopes: [] } }, "thing.sold");
  await write({ ...ctx, actor: { kind: "assistant" } }, "thing.booked");
  await write({ ...ctx, actor: { kind: "user", userId: newId(), role: "owner" } }, "thing.limited");
  const { data } = await listAudit(ctx, { search: "" });
  expect(data.map(({ action, actor }) => [action, actor])).toEqual([
    ["thing.limited", "Administrator of the installation"],
    ["thing.booked", "Receptionist"],
    ["thing.sold", "Shop system"],
    ["key.created", "Olga Owner"],
    ["tenant.created", "Olga Owner"],
  ]);
});

test("they are found by what, by whom and by the business's own days", async () => {
  const { ctx } = await seedTenant({ timezone: "America/New_York" });
  await write({ ...ctx, clock: fixedClock("2026-03-02T03:00:00Z") }, "thing.late"); // still the first in New York
  await write({ ...ctx, clock: fixedClock("2026-03-02T15:00:00Z") }, "thing.next");
  expect(await actions(ctx, { from: "2026-03-01", to: "2026-03-01" })).toEqual(["thing.late"]);
  expect(await actions(ctx, { search: "THING.N" })).toEqual(["thing.next"]);
  expect(await actions(ctx, { search: "olga", to: "2026-03-02" })).toEqual(["thing.next", "thing.late"]);
  expect(await actions(ctx, { search: "%" })).toEqual([]);
});

test("a page goes on where the last one ended", async () => {
  const { ctx } = await seedTenant();
  for (let index = 0; index < 52; index += 1) await write(ctx, `thing.${index}`);
  const first = await listAudit(ctx, { search: "" });
  const second = await listAudit(ctx, { search: "", before: first.olderThan ?? "" });
  expect([first.data.length, second.data.length, second.olderThan]).toEqual([50, 3, null]);
});

test("nothing of another business is in the list or the file, and no formula runs", async () => {
  const [one, other] = [await seedTenant(), await seedTenant()];
  await write(one.ctx, "=1+1");
  expect(await actions(other.ctx, { search: "=1" })).toEqual([]);
  expect(await exportAudit(one.ctx, { search: "" })).toContain(",'=1+1,");
  expect(await exportAudit(other.ctx, { search: "" })).not.toContain("=1+1");
});
