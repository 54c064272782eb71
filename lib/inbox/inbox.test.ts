import { beforeAll, describe, expect, it } from "vitest";
import { assignConversation, closeConversation, snoozeConversation } from "@/lib/conversations";
import { testDatabase } from "@/lib/db/testing";
import { receiveText, writeNote } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { type SeededMember, type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import {
  countInbox,
  firstSteps,
  getConversation,
  keepDraft,
  listEntries,
  listInbox,
  listRows,
  markRead,
  readDesk,
  readLivePosition,
  searchInbox,
  tellTyping,
} from "./index";
import { InboxFilter } from "./schema";

let tenant: SeededTenant;
let other: SeededTenant;
let agent: SeededMember;
let number: string;
let lastCaller = 5_550_400;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  [tenant, other] = await Promise.all([seedTenant(), seedTenant()]);
  agent = await seedMember(tenant);
  number = (await seedNumber(tenant)).e164;
});

/** Somebody new writes; returns the conversation. */
async function write(body = "Hello", overrides: Parameters<typeof inboundText>[1] = {}): Promise<string> {
  lastCaller += 1;
  const from = `+1415${lastCaller}`;
  const received = await receiveText(carrierOf(tenant), inboundText(number, { from, body, ...overrides }));
  if (received.outcome !== "stored") throw new Error(received.outcome);
  return received.conversationId;
}

const list = (filter: Record<string, unknown> = {}, ctx = tenant.ctx) =>
  listInbox(ctx, InboxFilter.parse(filter));
const idsOf = async (filter: Record<string, unknown> = {}, ctx = tenant.ctx) =>
  (await list(filter, ctx)).data.map(({ id }) => id);

describe("the list", () => {
  it("comes page by page, newest first, nothing twice and nothing missing", async () => {
    const written: string[] = [];
    for (let place = 0; place < 7; place += 1) written.push(await write());
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const { data, nextCursor } = await list({ limit: "3", cursor });
      seen.push(...data.map(({ id }) => id));
      if (!nextCursor) break;
      cursor = nextCursor;
    }
    expect(seen.slice(0, 7)).toEqual(written.reverse());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("has each conversation on the tabs where it belongs", async () => {
    const [open, mine, snoozed, closed] = await Promise.all([write(), write(), write(), write()]);
    await assignConversation(agent.ctx, { id: mine, assignee: { kind: "member", memberId: agent.memberId } });
    await snoozeConversation(agent.ctx, { id: snoozed, until: new Date(Date.now() + 3_600_000) });
    await closeConversation(agent.ctx, { id: closed });
    expect(await idsOf({ tab: "open" }, agent.ctx)).toEqual(expect.arrayContaining([open, mine]));
    expect(await idsOf({ tab: "mine" }, agent.ctx)).toEqual([mine]);
    expect(await idsOf({ tab: "snoozed" }, agent.ctx)).toEqual([snoozed]);
    expect(await idsOf({ tab: "closed" }, agent.ctx)).toEqual([closed]);
    expect(await countInbox(agent.ctx)).toMatchObject({ mine: 1, snoozed: 1 });
    expect(await idsOf({ assignee: agent.memberId })).toEqual([mine]);
  });

  it("shows another tenant nothing", async () => {
    const id = await write();
    expect(await idsOf({}, other.ctx)).toEqual([]);
    expect(await listRows(other.ctx, { ids: [id] })).toEqual({ data: [] });
    expect(await countInbox(other.ctx)).toEqual({ open: 0, mine: 0, snoozed: 0, unread: 0 });
  });

  it("gives single rows again after news, with whose words the last ones are", async () => {
    const id = await write("First");
    await writeNote(agent.ctx, { conversationId: id, body: "Insurance card is on file" });
    const { data } = await listRows(tenant.ctx, { ids: [id] });
    expect(data).toMatchObject([
      { id, preview: "Insurance card is on file", lastChannel: "note", lastAuthor: null },
    ]);
  });
});

describe("unread", () => {
  it("is each person's own", async () => {
    const id = await write();
    const unreadFor = async (ctx = tenant.ctx) => (await listRows(ctx, { ids: [id] })).data[0]?.unread;
    await markRead(agent.ctx, { id, isRead: true });
    expect([await unreadFor(agent.ctx), await unreadFor()]).toEqual([0, 1]);
    await markRead(agent.ctx, { id, isRead: false });
    expect(await unreadFor(agent.ctx)).toBe(1);
    expect(await idsOf({ unread: "true" }, agent.ctx)).toContain(id);
    await expect(markRead(other.ctx, { id, isRead: true })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a thread", () => {
  it("knows where each channel reaches the customer", async () => {
    const texted = await getConversation(tenant.ctx, await write());
    expect(texted.addresses).toEqual({
      sms: `+1415${lastCaller}`,
      whatsapp: `whatsapp:+1415${lastCaller}`,
    });
    const opaque = await write("Hola", { channel: "whatsapp", from: "whatsapp:BSUID.x9", fromPhone: "" });
    expect((await getConversation(tenant.ctx, opaque)).addresses).toEqual({
      sms: null,
      whatsapp: "whatsapp:BSUID.x9",
    });
    await expect(getConversation(other.ctx, opaque)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is long enough to hold the message that was searched for", async () => {
    const from = "+14155550999";
    const id = await write("The first line", { from });
    for (let place = 0; place < 30; place += 1) await write(`Line ${place}`, { from });
    const short = await listEntries(tenant.ctx, { conversationId: id, limit: 5 });
    expect(short.data).toHaveLength(5);
    expect(short.nextCursor).not.toBeNull();
    const [hit] = await searchInbox(tenant.ctx, "first line");
    const through = hit?.messageId ?? "";
    const long = await listEntries(tenant.ctx, { conversationId: id, limit: 5, through });
    expect(long.data.map((entry) => entry.id)).toContain(through);
    const foreign = await listEntries(tenant.ctx, { conversationId: await write(), limit: 5, through });
    expect(foreign.data.map((entry) => entry.id)).not.toContain(through);
    await expect(listEntries(other.ctx, { conversationId: id, limit: 5, through })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the search", () => {
  it("finds words, names and parts of numbers, and nothing of others", async () => {
    const id = await write("Where is my crown, please?", {
      from: "+14155557711",
      place: { city: "PORTLAND", state: "OR", zip: "97201", country: "US" },
    });
    const found = async (words: string, ctx = tenant.ctx) =>
      (await searchInbox(ctx, words)).map(({ conversation }) => conversation.id);
    expect(await found("crown please")).toEqual([id]);
    expect(await found("portland")).toContain(id);
    expect(await found("555-7711")).toContain(id);
    expect(await found("room 7711")).not.toContain(id);
    expect(await found("100% crown_")).toEqual([]);
    expect(await found("crown", other.ctx)).toEqual([]);
  });
});

describe("drafts", () => {
  it("are kept per person, and go when they are empty", async () => {
    const id = await write();
    const draftOf = async (ctx = agent.ctx) => (await getConversation(ctx, id)).draft;
    await keepDraft(agent.ctx, { conversationId: id, channel: "note", body: "Half a thou" });
    expect(await draftOf()).toEqual({ channel: "note", body: "Half a thou" });
    expect(await draftOf(tenant.ctx)).toBeNull();
    const foreign = keepDraft(other.ctx, { conversationId: id, channel: "sms", body: "Not mine" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect(await draftOf()).toEqual({ channel: "note", body: "Half a thou" });
    await keepDraft(agent.ctx, { conversationId: id, channel: "note", body: "  " });
    expect(await draftOf()).toBeNull();
  });
});

describe("the desk", () => {
  it("knows the reader, the colleagues and the numbers of its own tenant only", async () => {
    const desk = await readDesk(agent.ctx);
    expect(desk).toMatchObject({ userId: agent.userId, memberId: agent.memberId, country: "US" });
    expect(desk.members.map(({ id }) => id).sort()).toEqual([agent.memberId, tenant.owner.memberId].sort());
    expect(desk.senders).toMatchObject([{ e164: number, kinds: ["sms", "whatsapp"] }]);
    expect((await readDesk(other.ctx)).senders.map(({ e164 }) => e164)).not.toContain(number);
  });

  it("ticks the first steps from what is really there", async () => {
    await write();
    expect(await firstSteps(tenant.ctx)).toMatchObject({
      number: true,
      firstText: true,
      invite: true,
      firstCall: false,
    });
    expect(Object.values(await firstSteps(other.ctx))).not.toContain(true);
  });

  it("says where the live stream stands, and lets only people be typing", async () => {
    expect(await readLivePosition(tenant.ctx)).toMatch(/^\d+\.\d+:\d+:/);
    expect(await readLivePosition(other.ctx)).not.toBeNull();
    const key = { ...tenant.ctx, actor: { kind: "api_key" as const, keyId: "k", scopes: [] } };
    expect(() => tellTyping(key, { id: "x", isTyping: true })).toThrow("Only a person");
    expect(() => tellTyping(other.ctx, { id: "x", isTyping: true })).not.toThrow();
  });
});
