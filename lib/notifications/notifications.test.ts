import { beforeAll, expect, it } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { eventKinds, recordEvents } from "@/lib/events/testing";
import { type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";
import { markRead, type NewNotification, notify, readBoard } from "./index";

let tenant: SeededTenant;

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  tenant = await seedTenant();
});

const drift = {
  ...{ kind: "doctor.drift", subject: "number:1", audience: "admin", tone: "bad" },
  ...{ title: "+12065550111 needs a look", href: "/settings/doctor" },
} satisfies NewNotification;

const tell = (told: NewNotification) => withTenantSql(tenant.ctx, (sql) => notify(sql, tenant.ctx, told));

it("is told to those it is meant for, once to each, live, until they read it", async () => {
  const agent = await seedMember(tenant);
  const admin = await seedMember(tenant, "admin");
  await tell(drift);
  await tell({ ...drift, kind: "text.failed", audience: "agent", title: "A text failed" });
  expect(await readBoard(agent.ctx)).toMatchObject({ unread: 1, data: [{ title: "A text failed" }] });
  expect(await readBoard(admin.ctx)).toMatchObject({
    unread: 2,
    data: [{ isRead: false }, { isRead: false }],
  });
  await markRead(admin.ctx);
  await markRead(admin.ctx);
  expect(await readBoard(admin.ctx)).toMatchObject({ unread: 0, data: [{ isRead: true }, { isRead: true }] });
  expect(await readBoard(agent.ctx)).toMatchObject({ unread: 1 });
  await tell(drift);
  expect(await readBoard(admin.ctx)).toMatchObject({ unread: 1 });
  const kinds = (await eventKinds(tenant.ctx.tenantId)).filter((kind) => kind.startsWith("notification"));
  expect(kinds).toEqual([
    "notification.raised",
    "notification.raised",
    "notification.read",
    "notification.raised",
  ]);
});

it("of another business is neither shown nor counted nor marked", async () => {
  await tell(drift);
  const other = await seedTenant();
  expect(await readBoard(other.ctx)).toEqual({ data: [], unread: 0 });
  await markRead(other.ctx);
  expect((await readBoard(tenant.ctx)).unread).toBeGreaterThan(0);
});
