import { beforeAll, describe, expect, it } from "vitest";
import { assignConversation } from "@/lib/conversations";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { unsafeQueuedJobs } from "@/lib/jobs/testing";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { deliverMessage, receiveText, sendMessage } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { changeChannel } from "@/lib/numbers";
import type { ReplyMode } from "@/lib/numbers/schema";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { replyToText } from "./reply-to-text";
import { saveOffers } from "./settings/save-offers";
import { saveOpening } from "./settings/save-opening";

let tenant: SeededTenant;
let number: { id: string; e164: string };
let lastPhone = 2_000;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = await seedNumber(tenant);
  const service = { ...{ id: newId(), name: "Vaccination", description: "", minutes: 20 }, bufferMinutes: 0 };
  await saveOffers(tenant.ctx, {
    services: [{ ...service, priceMinor: 55_00, isBookable: true }],
    staff: [{ id: newId(), name: "Dr. Lamb" }],
  });
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: "08:00", closesAt: "20:00" }));
  await saveOpening(tenant.ctx, { weekly, days: [] });
  await changeChannel(tenant.ctx, { id: number.id, kind: "sms" }, { autoAssign: { to: "assistant" } });
});

const setReplies = (replies: ReplyMode) =>
  changeChannel(tenant.ctx, { id: number.id, kind: "sms" }, { replies });

/** Somebody who has not written before. */
function texter() {
  lastPhone += 1;
  const from = `+1415555${lastPhone}`;
  return async (body: string) => {
    const text = inboundText(number.e164, { body, from, fromPhone: from });
    const reception = await receiveText(carrierOf(tenant), text);
    if (reception.outcome !== "stored") throw new Error(`expected a stored text, got ${reception.outcome}`);
    return { conversationId: reception.conversationId, messageId: reception.messageId };
  };
}

type Seen = { id: string; direction: string; body: string; status: string; author: string };

const seenIn = (conversationId: string, ctx: Ctx = tenant.ctx) =>
  withTenantSql(ctx, (sql) =>
    sql.rows<Seen>(
      `SELECT id, direction, body, status, author_kind AS author FROM messages
        WHERE tenant_id = $1::uuid AND conversation_id = $2::uuid AND direction <> 'inbound' ORDER BY created_at, id`,
      [ctx.tenantId, conversationId],
    ),
  );

const assigneeOf = (conversationId: string) =>
  withTenantSql(tenant.ctx, (sql) =>
    sql.one("SELECT assignee_kind AS kind FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ...[tenant.ctx.tenantId, conversationId],
    ]),
  );

const jobsFor = async ({ messageId }: { messageId: string }) =>
  (await unsafeQueuedJobs()).filter(({ key }) => key?.endsWith(`reply:${messageId}`)).map(({ kind }) => kind);

describe("a text in a conversation that is left to the receptionist", () => {
  it("is answered once, from the business's own facts", async () => {
    await setReplies("send");
    const asked = await texter()("How much is a vaccination?");
    expect(await jobsFor(asked)).toEqual(["receptionist.reply"]);
    await Promise.all([replyToText(tenant.ctx, asked), replyToText(tenant.ctx, asked)]);
    await replyToText(tenant.ctx, asked);
    expect(await seenIn(asked.conversationId)).toMatchObject([
      {
        direction: "outbound",
        status: "queued",
        author: "assistant",
        body: expect.stringMatching(/55 dollars/),
      },
    ]);
  });

  it("that comes in two pieces is answered as one, and the next one with the memory of it", async () => {
    const text = texter();
    const first = await text("Hello");
    const second = await text("how much is a vaccination?");
    await replyToText(tenant.ctx, first);
    expect(await seenIn(first.conversationId)).toEqual([]);
    await replyToText(tenant.ctx, second);
    const third = await text("yes please");
    await replyToText(tenant.ctx, third);
    const [price, when] = await seenIn(first.conversationId);
    expect(price?.body).toMatch(/55 dollars.*book/);
    expect(when?.body).toMatch(/free times are/);
  });

  it("is only drafted, or left alone, where the channel says so", async () => {
    await setReplies("draft");
    const drafted = await texter()("How much is a vaccination?");
    await replyToText(tenant.ctx, drafted);
    await replyToText(tenant.ctx, drafted);
    expect(await seenIn(drafted.conversationId)).toMatchObject([
      { direction: "internal", body: expect.stringMatching(/^Suggested reply: .*55 dollars/) },
    ]);
    await setReplies("off");
    const silent = await texter()("How much is a vaccination?");
    await replyToText(tenant.ctx, silent);
    expect(await seenIn(silent.conversationId)).toEqual([]);
    await setReplies("send");
  });

  it("goes to a person when one is wanted, with a word to the customer and a note to the team", async () => {
    const asked = await texter()("I want to talk to a real person");
    await replyToText(tenant.ctx, asked);
    expect(await seenIn(asked.conversationId)).toMatchObject([
      { direction: "outbound", body: expect.stringMatching(/colleague/) },
      { direction: "internal", body: expect.stringMatching(/asked for a person/) },
    ]);
    expect(await assigneeOf(asked.conversationId)).toEqual({ kind: "nobody" });
  });

  it("goes to a person when the receptionist does not know", async () => {
    const asked = await texter()("flibbertigibbet zorp quux");
    await replyToText(tenant.ctx, asked);
    expect((await seenIn(asked.conversationId)).at(-1)?.body).toMatch(/did not know/);
    expect(await assigneeOf(asked.conversationId)).toEqual({ kind: "nobody" });
  });

  it("of a machine that repeats itself gets no third answer", async () => {
    const text = texter();
    for (const _ of [1, 2, 3]) await replyToText(tenant.ctx, await text("When are you open?"));
    const asked = await text("When are you open?");
    await replyToText(tenant.ctx, asked);
    const seen = await seenIn(asked.conversationId);
    expect(seen.filter(({ direction }) => direction === "outbound")).toHaveLength(2);
    expect(seen.at(-1)?.body).toMatch(/may be a machine too/);
  });

  it("that says STOP is not answered at all", async () => {
    const asked = await texter()("STOP");
    expect(await jobsFor(asked)).toEqual([]);
    await replyToText(tenant.ctx, asked);
    const seen = await seenIn(asked.conversationId);
    expect(seen.filter(({ direction }) => direction === "outbound")).toEqual([]);
  });
});

describe("when a person takes over", () => {
  const take = (conversationId: string) =>
    assignConversation(tenant.ctx, {
      id: conversationId,
      assignee: { kind: "member", memberId: tenant.owner.memberId },
    });

  it("the receptionist is silent", async () => {
    const asked = await texter()("How much is a vaccination?");
    await take(asked.conversationId);
    await replyToText(tenant.ctx, asked);
    expect(await seenIn(asked.conversationId)).toEqual([]);
  });

  it("its queued reply stays unsent", async () => {
    const asked = await texter()("How much is a vaccination?");
    await replyToText(tenant.ctx, asked);
    await take(asked.conversationId);
    const [queued] = await seenIn(asked.conversationId);
    await deliverMessage(tenant.ctx, { messageId: queued?.id ?? "" });
    expect(await seenIn(asked.conversationId)).toMatchObject([{ status: "canceled" }]);
  });

  it("who answers without taking over is not talked over either", async () => {
    const asked = await texter()("How much is a vaccination?");
    await sendMessage(tenant.ctx, { conversationId: asked.conversationId, body: "55, see you!" });
    await replyToText(tenant.ctx, asked);
    expect((await seenIn(asked.conversationId)).map(({ author }) => author)).toEqual(["member"]);

    const next = await texter()("How much is a vaccination?");
    await replyToText(tenant.ctx, next);
    await sendMessage(tenant.ctx, { conversationId: next.conversationId, body: "55, see you!" });
    const [queued] = await seenIn(next.conversationId);
    await deliverMessage(tenant.ctx, { messageId: queued?.id ?? "" });
    expect((await seenIn(next.conversationId)).map(({ status }) => status)).toEqual(["canceled", "queued"]);
  });
});

it("a text of another tenant is none of its business", async () => {
  const asked = await texter()("How much is a vaccination?");
  const other = await seedTenant();
  await replyToText(other.ctx, asked);
  expect(await seenIn(asked.conversationId)).toEqual([]);
});
