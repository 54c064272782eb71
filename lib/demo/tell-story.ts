import { changeConsent } from "@/lib/consent";
import { joinConversation, noteEntry, previewOf, recordConversationEvent } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { countSegments } from "@/lib/kernel/segments";
import { addDays, localDay, momentOf } from "@/lib/kernel/time";
import { messageLadder } from "@/lib/messages/rules";
import type { DemoBusiness, Line, MemberName, Story } from "./schema";
import type { Cast, Stage } from "./stage";
import { tellCall } from "./tell-call";

/** Writes one conversation as if it had happened: finished rows, no jobs, nothing that could be sent. */
export async function tellStory(
  ctx: Ctx,
  business: DemoBusiness,
  cast: Cast,
  story: Story,
): Promise<Pick<Stage, "conversationId" | "customerId">> {
  let at = beginning(ctx, business, story);
  return withTenant(ctx, async (tx) => {
    const stage = await setStage({ tx, ctx: standing(ctx, at), business, cast, story });
    for (const line of story.lines) {
      at = new Date(Math.min(at.getTime() + line.after * 60_000, ctx.clock.now().getTime()));
      await tellLine({ ...stage, ctx: standing(ctx, at) }, line);
    }
    await finish({ ...stage, ctx: standing(ctx, at) });
    return stage;
  });
}

function standing(ctx: Ctx, at: Date): Ctx {
  return { ...ctx, actor: { kind: "system", why: "demo" }, clock: { now: () => at } };
}

function beginning(ctx: Ctx, business: DemoBusiness, { began, lines }: Story): Date {
  const now = ctx.clock.now();
  if ("minutesAgo" in began) return new Date(now.getTime() - began.minutesAgo * 60_000);
  const moment = momentOf(
    addDays(localDay(now, business.timezone), -began.daysAgo),
    began.at,
    business.timezone,
  );
  const length = lines.reduce((sum, line) => sum + line.after, 0) * 60_000;
  return new Date(Math.min(moment.getTime(), now.getTime() - length));
}

async function setStage(scene: Omit<Stage, "conversationId" | "customerId">): Promise<Stage> {
  const { tx, ctx, business, cast, story } = scene;
  const address = story.channel === "whatsapp" ? `whatsapp:${story.customer.phone}` : story.customer.phone;
  const channel = story.channel === "call" ? "voice" : story.channel;
  const customer = await recogniseCustomer(tx.sql, ctx, {
    address,
    channel,
    defaultCountry: business.country,
    install: business.slug,
  });
  const customerId = customer?.customerId ?? newId();
  const { name, source = "person", email, city, region, tags = [] } = story.customer;
  await tx.customer.updateMany({
    where: { tenantId: ctx.tenantId, id: customerId },
    data: {
      name,
      nameSource: source,
      tags,
      ...(email ? { email, emailSource: "given" } : {}),
      city: city ?? null,
      region: region ?? null,
    },
  });
  const member =
    story.assignee && story.assignee !== "assistant" ? cast.members.get(story.assignee) : undefined;
  const { conversationId } = await joinConversation(tx.sql, ctx, {
    ...{ customerId, teamId: cast.teamId, ticketMode: "new_thread", priority: story.priority ?? "normal" },
    assignee: member
      ? { kind: "member", id: member.memberId }
      : { kind: story.assignee === "assistant" ? "assistant" : "nobody" },
  });
  return { ...scene, conversationId, customerId };
}

async function tellLine(stage: Stage, line: Line): Promise<void> {
  if ("call" in line) return tellCall(stage, line.call);
  if ("note" in line) return tellNote(stage, line);
  return tellText(stage, line);
}

async function tellNote(
  { tx, ctx, cast, conversationId, customerId }: Stage,
  line: { note: MemberName; text: string },
): Promise<void> {
  await tx.message.create({
    data: {
      ...{
        tenantId: ctx.tenantId,
        id: newId(),
        conversationId,
        customerId,
        channel: "note",
        direction: "internal",
      },
      ...{ authorKind: "member", authorId: cast.members.get(line.note)?.userId ?? null, body: line.text },
      ...{ status: "noted", statusRank: messageLadder.rank("noted"), createdAt: ctx.clock.now() },
    },
  });
  await noteEntry(tx.sql, ctx, {
    conversationId,
    direction: "internal",
    channel: "note",
    preview: previewOf(line.text, []),
  });
}

type Text = Extract<Line, { from: string }>;

async function tellText(stage: Stage, line: Text): Promise<void> {
  const { tx, ctx, business, cast, story, conversationId, customerId } = stage;
  const isInbound = line.from === "customer";
  const channel = story.channel === "whatsapp" ? "whatsapp" : "sms";
  const status = isInbound ? "received" : line.failed ? "failed" : (line.status ?? "delivered");
  const { encoding, segments } = countSegments(line.text);
  await tx.message.create({
    data: {
      ...{
        tenantId: ctx.tenantId,
        id: newId(),
        conversationId,
        customerId,
        channel,
        body: line.text,
        status,
      },
      ...{
        direction: isInbound ? "inbound" : "outbound",
        statusRank: messageLadder.rank(status),
        encoding,
        segments,
      },
      ...author(stage, line),
      ...{ carrier: business.number.carrier, numberId: cast.numberId, errorCode: line.failed ?? null },
      ...(isInbound
        ? { fromAddress: story.customer.phone, toAddress: business.number.e164 }
        : {
            fromAddress: business.number.e164,
            toAddress: story.customer.phone,
            errorSource: line.failed ? "carrier" : null,
          }),
      ...{ createdAt: ctx.clock.now(), sentAt: isInbound || line.failed ? null : ctx.clock.now() },
    },
  });
  await noteEntry(tx.sql, ctx, {
    conversationId,
    direction: isInbound ? "inbound" : "outbound",
    channel,
    preview: previewOf(line.text, []),
    numberId: cast.numberId,
  });
  if (line.failed)
    await tx.conversation.updateMany({
      where: { tenantId: ctx.tenantId, id: conversationId },
      data: { hasFailed: true },
    });
}

function author({ cast, customerId }: Stage, line: Text): { authorKind: string; authorId: string | null } {
  if (line.from === "customer") return { authorKind: "customer", authorId: customerId };
  if (line.from === "assistant") return { authorKind: "assistant", authorId: null };
  return { authorKind: "member", authorId: cast.members.get(line.from)?.userId ?? null };
}

async function finish(stage: Stage): Promise<void> {
  const { tx, ctx, story, conversationId } = stage;
  if (story.customer.optedOut) {
    await changeConsent(tx.sql, ctx, {
      address: story.customer.phone,
      change: "opted_out",
      source: "stop_keyword",
      text: "STOP",
    });
    await recordConversationEvent(tx.sql, ctx, {
      conversationId,
      kind: "opted_out",
      data: { by: "customer" },
    });
  }
  const where = { tenantId: ctx.tenantId, id: conversationId };
  if (story.status === "closed") {
    await tx.conversation.updateMany({ where, data: { status: "closed", closedAt: ctx.clock.now() } });
    await recordConversationEvent(tx.sql, ctx, { conversationId, kind: "closed" });
  }
  if (story.status === "snoozed") {
    await tx.conversation.updateMany({
      where,
      data: { status: "snoozed", snoozedUntil: new Date(Date.now() + 3 * 86_400_000) },
    });
  }
  if (story.status === "pending") await tx.conversation.updateMany({ where, data: { status: "pending" } });
  await markOlderRead(stage);
}

async function markOlderRead({ tx, ctx, cast, story, conversationId }: Stage): Promise<void> {
  const { inboundCount } = await tx.conversation.findFirstOrThrow({
    where: { tenantId: ctx.tenantId, id: conversationId },
  });
  await tx.conversationRead.createMany({
    data: [...cast.members.values()].map(({ userId }) => ({
      ...{ tenantId: ctx.tenantId, conversationId, userId },
      ...{ inboundCount: Math.max(0, inboundCount - (story.unread ?? 0)), readAt: ctx.clock.now() },
    })),
  });
}
