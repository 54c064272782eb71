import { beforeAll, expect, it } from "vitest";
import { unsafePlatform } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { ensureDemoWorld, unsafeHasDemoWorld, unsafeRemoveDemoWorld } from "./ensure-demo-world";

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
    late: await tx.message.count({ where: { createdAt: { gt: new Date() } } }),
  }));

it("is made once, also by two processes at once, and stays away after it was removed", async () => {
  expect((await Promise.all([ensureDemoWorld(), ensureDemoWorld()])).filter(Boolean)).toHaveLength(1);
  const made = await census();
  expect(made).toMatchObject({ tenants: 2, users: 4, late: 0 });
  expect(made.conversations).toBeGreaterThan(15);
  expect(made.calls).toBeGreaterThan(8);
  expect(await unsafeHasDemoWorld()).toBe(true);
  await unsafeRemoveDemoWorld();
  expect(await ensureDemoWorld()).toBe(false);
  expect(await census()).toMatchObject({ tenants: 0, conversations: 0, calls: 0 });
});
