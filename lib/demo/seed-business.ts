import { createUser } from "@/lib/auth";
import { ApiScope } from "@/lib/auth/schema";
import { withTenant } from "@/lib/db";
import type { Clock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { createKey } from "@/lib/keys";
import { addMember } from "@/lib/members";
import { unsafeAddNumber } from "@/lib/numbers";
import { createTenant } from "@/lib/tenants";
import { priceHistory } from "./price-history";
import type { DemoBusiness, MemberName } from "./schema";
import { seedFacts } from "./seed-facts";
import { seedFlow } from "./seed-flow";
import { seedQueue } from "./seed-queue";
import { seedReplies } from "./seed-replies";
import type { Cast } from "./stage";
import { tellHistory } from "./tell-history";
import { tellStory } from "./tell-story";

/** Makes one demo business with its people, number, key, facts and history. */
export async function seedBusiness(clock: Clock, business: DemoBusiness, password: string): Promise<void> {
  const ownerId = await createUser({ clock }, { ...business.owner, password });
  const { name, country, timezone, slug, locale } = business;
  const ctx = await createTenant(
    { clock, requestId: "demo" },
    { name, country, timezone, slug, locale, isDemo: true, ownerId },
  );
  const members = await seedMembers(ctx, business, ownerId, password);
  await createKey(ctx, { name: "Demo key", scopes: [...ApiScope.options] }, business.apiKey);
  const team = await withTenant(ctx, (tx) => tx.team.findFirstOrThrow());
  const number = await unsafeAddNumber(ctx, { ...business.number, teamId: team.id, isDemo: true });
  const cast: Cast = { numberId: number.id, teamId: team.id, members };
  await seedFacts(ctx, business, cast);
  await seedFlow(ctx, name);
  await seedReplies(ctx);
  await seedQueue(ctx, name);
  for (const story of business.stories) await tellStory(ctx, business, cast, story);
  await tellHistory(ctx, business, cast);
  await priceHistory(ctx);
}

async function seedMembers(
  ctx: Ctx,
  business: DemoBusiness,
  ownerId: string,
  password: string,
): Promise<Cast["members"]> {
  const members: Cast["members"] = new Map();
  for (const person of business.members) {
    const userId = await createUser(ctx, { ...person, password });
    await addMember(ctx, { userId, role: person.role });
    members.set(person.short, { userId, memberId: "" });
  }
  members.set(business.owner.short, { userId: ownerId, memberId: "" });
  const rows = await withTenant(ctx, (tx) => tx.member.findMany({ where: { tenantId: ctx.tenantId } }));
  for (const [name, member] of members) {
    members.set(name as MemberName, {
      ...member,
      memberId: rows.find((row) => row.userId === member.userId)?.id ?? newId(),
    });
  }
  return members;
}
