import { beforeAll, expect, it } from "vitest";
import { unsafePlatform } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { ensureDemoWorld, unsafeHasDemoWorld, unsafeRemoveDemoWorld } from "./ensure-demo-world";
import { removeDemoWorld } from "./remove-demo-world";

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

const census = () =>
  unsafePlatform("a test counts", async (tx) => ({
    tenants: await tx.tenant.count({ where: { isDemo: true } }),
    users: await tx.user.count(),
    conversations: await tx.conversation.count(),
    calls: await tx.call.count(),
    uncounted:
      await tx.$queryRaw`SELECT 1 FROM usage_entries e WHERE direction = 'outbound' AND kind = 'sms' AND NOT EXISTS
      (SELECT FROM daily_usage d WHERE (d.tenant_id, d.day, d.kind) = (e.tenant_id, e.day, 'sms_segments') AND d.used >= e.units)`,
    late: await tx.message.count({ where: { createdAt: { gt: new Date() } } }),
  }));

it("is made once, also by two processes at once, and stays away after it was removed", async () => {
  expect((await Promise.all([ensureDemoWorld(), ensureDemoWorld()])).filter(Boolean)).toHaveLength(1);
  const made = await census();
  expect(made).toMatchObject({ tenants: 2, users: 4, late: 0, uncounted: [] });
  expect(made.conversations).toBeGreaterThan(15);
  expect(made.calls).toBeGreaterThan(8);
  expect(await unsafeHasDemoWorld()).toBe(true);
  await unsafeRemoveDemoWorld();
  expect(await ensureDemoWorld()).toBe(false);
  expect(await census()).toMatchObject({ tenants: 0, conversations: 0, calls: 0 });
});

it("is removed by those who own it and by super admins, by nobody else", async () => {
  const stranger = await seedMember(await seedTenant(), "owner");
  const visitor = { clock: systemClock, requestId: "test", address: "127.0.0.1", userAgent: null };
  const person = { ...visitor, userId: stranger.userId, sessionId: newId(), isSuperAdmin: false };
  await expect(removeDemoWorld(person)).rejects.toMatchObject({ code: "forbidden" });
  await removeDemoWorld({ ...person, isSuperAdmin: true });
  expect(await unsafeHasDemoWorld()).toBe(false);
});
