import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { seedMember, seedTenant } from "./testing";

beforeAll(testDatabase);

test("a seeded tenant has an owner, a member and a team, and sees only its own", async () => {
  const one = await seedTenant();
  await seedTenant();
  await seedMember(one, "agent");
  const roles = await withTenant(one.ctx, (tx) => tx.member.findMany({ orderBy: { role: "asc" } }));
  expect(roles.map((member) => member.role)).toEqual(["agent", "owner"]);
  expect(await withTenant(one.ctx, (tx) => tx.team.count())).toBe(1);
});
