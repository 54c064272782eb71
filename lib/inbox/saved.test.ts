import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeConversations } from "@/lib/conversations";
import { testDatabase } from "@/lib/db/testing";
import { receiveText } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { getConversation } from "./get-conversation";
import { listInbox } from "./list-inbox";
import { changeReply, createReply, fillReplies, listReplies, removeReply } from "./saved-replies";
import { createView, listViews, removeView } from "./saved-views";
import { InboxFilter } from "./schema";

let tenant: SeededTenant;
let line: { e164: string };
let last = 5_553_000;

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

beforeEach(async () => {
  tenant = await seedTenant();
  line = await seedNumber(tenant);
});

async function conversation(profileName = ""): Promise<string> {
  last += 1;
  const from = `whatsapp:+1212${last}`;
  await receiveText(
    carrierOf(tenant),
    inboundText(line.e164, { channel: "whatsapp", from, fromPhone: from.slice(9), profileName }),
  );
  const { data } = await listInbox(tenant.ctx, InboxFilter.parse({}));
  return data[0]?.id ?? "";
}

describe("saved replies", () => {
  it("are filled in for the customer, with what to say when a name is not known", async () => {
    const body =
      "Hi {{customer.first_name|there}}, {{agent.first_name}} of {{business.name}} here ({{conversation.number}}).";
    await createReply(tenant.ctx, { name: "Hello", body });
    const known = await fillReplies(tenant.ctx, await conversation("Maya Chen"));
    expect(known[0]?.body).toMatch(/^Hi Maya, \S+ of .+ here \(#1001\)\.$/);
    const stranger = await fillReplies(tenant.ctx, await conversation());
    expect(stranger[0]?.body).toMatch(/^Hi there, /);
    expect((await listReplies(tenant.ctx))[0]?.body).toBe(body);
  });

  it("refuse a variable that nothing fills in, and a name twice", async () => {
    const typo = { name: "A", body: "Hi {{customer.firstname}}" };
    expect(() => createReply(tenant.ctx, typo)).toThrow(/customer\.firstname/);
    const a = await createReply(tenant.ctx, { name: "A", body: "x" });
    const b = await createReply(tenant.ctx, { name: "B", body: "x" });
    await expect(createReply(tenant.ctx, { name: "A", body: "y" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(changeReply(tenant.ctx, { id: b.id, name: "A", body: "y" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await changeReply(tenant.ctx, { id: a.id, name: "A", body: "y" })).toEqual({ ...a, body: "y" });
    await removeReply(tenant.ctx, b);
    expect(await listReplies(tenant.ctx)).toEqual([{ ...a, body: "y" }]);
  });

  it("are nothing to another tenant", async () => {
    const reply = await createReply(tenant.ctx, { name: "A", body: "x" });
    const id = await conversation();
    const { ctx } = await seedTenant();
    expect(await listReplies(ctx)).toEqual([]);
    const notFound = { code: "not_found" };
    await expect(fillReplies(ctx, id)).rejects.toMatchObject(notFound);
    await expect(changeReply(ctx, { ...reply })).rejects.toMatchObject(notFound);
    await expect(removeReply(ctx, reply)).rejects.toMatchObject(notFound);
  });
});

describe("saved views", () => {
  it("are one person's or everybody's", async () => {
    const colleague = await seedMember(tenant);
    const own = await createView(tenant.ctx, { name: "Mine", isShared: false, filter: { tab: "mine" } });
    const shared = await createView(tenant.ctx, {
      ...{ name: "Urgent", isShared: true },
      filter: { tab: "open", priority: "urgent", tag: "vip", unread: true },
    });
    expect(await listViews(tenant.ctx)).toEqual([own, shared]);
    expect(await listViews(colleague.ctx)).toEqual([shared]);
    await expect(removeView(colleague.ctx, own)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView((await seedTenant()).ctx, shared)).rejects.toMatchObject({ code: "not_found" });
    await removeView(colleague.ctx, shared);
    expect(await listViews(tenant.ctx)).toEqual([own]);
  });
});

describe("changing several conversations", () => {
  it("changes each that it can, says why not of the others, and is taken back by the former values", async () => {
    const [one, two] = [await conversation(), await conversation()];
    const foreign = "0199a5c2-6a10-7c3d-8e21-4b5a6c7d8e9f";
    const change = { status: "closed" as const, priority: "high" as const, addTags: ["vip", "spring"] };
    const outcomes = await changeConversations(
      tenant.ctx,
      [one, foreign, two].map((id) => ({ id, ...change })),
    );
    expect(outcomes).toEqual([
      { id: one, ok: true },
      { id: foreign, ok: false, reason: "There is no such conversation." },
      { id: two, ok: true },
    ]);
    expect(await getConversation(tenant.ctx, one)).toMatchObject({
      ...{ status: "closed", priority: "high", tags: ["spring", "vip"] },
    });
    const tagged = await listInbox(tenant.ctx, InboxFilter.parse({ tab: "closed", tag: "vip" }));
    expect(tagged.data.map(({ id }) => id).sort()).toEqual([one, two].sort());
    await changeConversations(tenant.ctx, [
      { id: one, status: "open", priority: "normal", removeTags: ["vip", "spring"] },
    ]);
    expect(await getConversation(tenant.ctx, one)).toMatchObject({
      status: "open",
      priority: "normal",
      tags: [],
    });
  });

  it("keeps tags within bounds, each once", async () => {
    const id = await conversation();
    const many = Array.from({ length: 19 }, (_, index) => `tag ${index}`);
    await changeConversations(tenant.ctx, [{ id, addTags: [...many, "tag 0"] }]);
    const [outcome] = await changeConversations(tenant.ctx, [{ id, addTags: ["a", "b"] }]);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("20") });
    expect((await getConversation(tenant.ctx, id)).tags).toHaveLength(19);
  });

  it("does nothing to another tenant's", async () => {
    const id = await conversation();
    const { ctx } = await seedTenant();
    const [outcome] = await changeConversations(ctx, [
      { id, status: "closed", assignee: { kind: "nobody" } },
    ]);
    expect(outcome).toMatchObject({ ok: false });
    expect((await getConversation(tenant.ctx, id)).status).toBe("open");
  });
});
