import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { withTenantSql } from "@/lib/db";
import { log } from "@/lib/http";
import { enqueue } from "@/lib/jobs";
import { runDueJobs } from "@/lib/jobs/testing";
import { type Carrier, openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";
import { newTestCall, type TestCall, type Told, tellOf } from "./tell";

let stage: CallStage;

beforeAll(async () => {
  log.level = "silent";
  stage = await startCallStage();
  installModel(null);
});
beforeEach(() => setClock());
afterAll(() => stage.stop());

/** What a carrier tells of a call, beside the questions that it asks. */
const notices = ["ringing", "in-progress", "completed", "recording"] as const;

/** Does what the answer to the first words says: waits where it asks to wait, and remembers where it asks next. */
async function follow(call: TestCall, document: string): Promise<void> {
  const asked = /\?(turn=\d+(?:&amp;wait=1)?)/.exec(document)?.[1]?.replace("&amp;", "&") ?? "";
  if (!asked.endsWith("wait=1")) call.asksAt = asked;
  else await follow(call, await (await tellOf(stage.simulator)({ ...call, asksAt: asked }, "wait")).text());
}

/** What remains of a call when everything was told and everything due was done, the search for lost ends included. */
async function outcomeOf({ line, callId }: TestCall) {
  const { ctx } = line.desk;
  const later = new Date(Math.max(Date.now(), ctx.clock.now().getTime()) + 86_400_000);
  await runDueJobs(later);
  const [row, ...more] = (await listCalls(ctx, CallFilter.parse({ carrierCallId: callId }))).data;
  const id = row?.id ?? "";
  await withTenantSql(ctx, (sql) =>
    enqueue(sql, { tenantId: ctx.tenantId, kind: "calls.reap", payload: { callId: id }, key: `reap:${id}` }),
  );
  await runDueJobs(later);
  const call = await getCall(ctx, id);
  const conversations = await withTenantSql(ctx, (sql) =>
    sql.rows("SELECT FROM conversations WHERE tenant_id = $1::uuid", [ctx.tenantId]),
  );
  return {
    ...{ calls: 1 + more.length, conversations: conversations.length },
    ...{ status: call.status, outcome: call.outcome, endedBy: call.endedBy, summary: call.summary },
    ...{ sentiment: call.sentiment?.label, direction: call.direction, isAnalysed: call.analysedAt !== null },
    turns: call.turns.map(({ speaker, text }) => `${speaker}: ${text}`),
    recordings: call.recordings.map(({ kind, state, seconds }) => ({ kind, state, seconds })),
  };
}

const truth = {
  ...{ calls: 1, conversations: 1, status: "completed", outcome: "answered", endedBy: "us" },
  ...{
    summary: "The caller asked for the address.",
    sentiment: "neutral",
    direction: "inbound",
    isAnalysed: true,
  },
  turns: [
    "assistant: Riverside Dental, this is Ava. How can I help?",
    "caller: where are you?",
    "assistant: You find us at 214 River Street, Suite 2, Hoboken.",
    "caller: no thanks, goodbye",
    "assistant: Thank you for calling Riverside Dental. Goodbye.",
  ],
  recordings: [{ kind: "call", state: "stored", seconds: 9 }],
};

/** A call whose end came before its beginning: nothing was said to nobody, and the log says so. */
const unheard = {
  ...{ calls: 1, conversations: 1, status: "completed", outcome: "missed", endedBy: "caller" },
  ...{ summary: "The call was over before its first words could be said.", sentiment: "neutral" },
  ...{ direction: "inbound", isAnalysed: true, turns: [], recordings: [] },
};

/**
 * Orders in which a carrier may tell of one call: its questions follow each other, a recording follows the answer that
 * began it; everything else comes whenever it comes, once or often, alone or several at the same time.
 */
const order: fc.Arbitrary<Told[][]> = fc
  .record({
    places: fc.array(fc.nat({ max: 7 }), { minLength: notices.length, maxLength: notices.length }),
    repeats: fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 7 })), { maxLength: 8 }),
    together: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  })
  .map(({ places, repeats, together }) => {
    const told: Told[] = ["answer", "first", "second"];
    for (const [index, notice] of notices.entries()) {
      const earliest = notice === "recording" ? told.indexOf("answer") + 1 : 0;
      told.splice(Math.max(earliest, (places[index] ?? 0) % (told.length + 1)), 0, notice);
    }
    for (const [which, late] of repeats) {
      const place = Math.min(told.length, (which % told.length) + 1 + late);
      told.splice(place, 0, told[which % told.length] ?? "answer");
    }
    return inGroups(told, together);
  });

/** Notices and repetitions may arrive at the same moment; a question waits for the answer to the one before, a recording for its beginning. */
function inGroups(told: Told[], together: boolean[]): Told[][] {
  const groups: Told[][] = [];
  const asked = new Set<Told>();
  for (const [index, one] of told.entries()) {
    const mustWait = ["answer", "first", "second", "recording"].includes(one) && !asked.has(one);
    const last = groups.at(-1);
    if (last && together[index % together.length] && !mustWait && asked.size > 0) last.push(one);
    else groups.push([one]);
    asked.add(one);
  }
  return groups;
}

/** Tells the groups one after the other. @returns whether the call was told to hang up before anything was said */
async function play(call: TestCall, groups: Told[][]): Promise<boolean> {
  const tell = tellOf(stage.simulator);
  let isUnheard: boolean | null = null;
  for (const group of groups) {
    // A call that was told to hang up asks nothing more, and there is nothing to record.
    const told: Told[] = isUnheard
      ? group.filter((one) => !["first", "second", "recording"].includes(one))
      : group;
    const replies = await Promise.all(told.map((one) => tell(call, one)));
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    const begun: Response | undefined = replies[told.indexOf("answer")];
    if (begun) isUnheard ??= !/<Gather/.test(await begun.text());
    const heard = replies[told.indexOf("first")];
    if (heard && call.asksAt === "") await follow(call, await heard.text());
  }
  return isUnheard === true;
}

function placeOf(told: string, groups: Told[][]): number {
  return groups.findIndex((group) => group.some((one) => one === told));
}

describe.each<Carrier>(["twilio", "vobiz"])("the webhooks of one call on %s", (carrier) => {
  it("lead to one end, in whatever order and however often they come", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(order, async (groups) => {
        const line = await openLine(stage.simulator, carrier);
        const call = newTestCall(stage.simulator, line);
        const isUnheard = await play(call, groups);
        const [begins, ends] = [placeOf("answer", groups), placeOf("completed", groups)];
        if (begins !== ends) expect(isUnheard).toBe(ends < begins);
        expect(await outcomeOf(call)).toEqual(isUnheard ? unheard : truth);
      }),
      { numRuns: 15 },
    );
  });
});
