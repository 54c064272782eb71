import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { log } from "@/lib/http";
import { runDueJobs } from "@/lib/jobs/testing";
import type { Line } from "./open-line";
import { anotherCaller, openQueue } from "./open-queue";
import { layDown, pickUp, ringing } from "./phone";
import { type CallStage, setClock, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  log.level = "silent";
  stage = await startCallStage();
  installModel(null);
});
afterAll(() => stage.stop());

/** A call with its X-ray, once it is over and what follows it is done. */
async function callOf({ desk }: Line, callId: string) {
  const row = await vi.waitFor(async () => {
    await runDueJobs(new Date(Date.now() + 3_600_000));
    const [found] = (await listCalls(desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
    if (!found?.analysedAt) throw new Error("The call is not over.");
    return found;
  }, 20_000);
  const titles = (await listTraces(desk.ctx, row.id)).map(({ title }) => title);
  return { ...(await getCall(desk.ctx, row.id)), titles };
}

describe.each(["twilio", "vobiz"] as const)("a queue on %s", (carrier) => {
  it("rings whoever is free at once, lets the next caller wait with words, and gives them the first who is done", async () => {
    const line = await openQueue(stage.simulator, carrier, {
      settings: { welcome: "Welcome to Riverside." },
    });
    const [person = ""] = line.people;
    await layDown(stage.simulator, person);
    const first = await pickUp(stage.simulator, line);
    const phone = await ringing(stage.simulator, person, first.callId);
    await phone.answer();
    const next = anotherCaller(line);
    const second = await pickUp(stage.simulator, next);
    await second.hears(/Welcome to Riverside\. You are next in line\..*To leave a message, press 1/s);
    await second.hears(/Thank you for waiting/);
    await phone.hangUp();
    expect((await first.over()).problems).toEqual([]);
    const again = await ringing(stage.simulator, person, second.callId);
    await again.answer();
    await again.hangUp();
    const report = await second.over();
    expect([report.problems, report.deadAir]).toEqual([[], []]);
    const call = await callOf(line, second.callId);
    expect(call).toMatchObject({ outcome: "transferred", missedReason: null });
    expect(call.titles).toContain("Waits in the queue “Front desk” as number 1");
    expect(call.titles.join()).toContain("somebody took the call");
  });

  it("keeps the place of a caller whom nobody answered, and says why the call was missed when they hang up", async () => {
    const line = await openQueue(stage.simulator, carrier);
    const [person = ""] = line.people;
    await layDown(stage.simulator, person);
    const caller = await pickUp(stage.simulator, line);
    await (await ringing(stage.simulator, person, caller.callId)).decline();
    await caller.hears(/You are next in line/);
    await caller.hangUp();
    const call = await callOf(line, caller.callId);
    expect(call).toMatchObject({ outcome: "missed", missedReason: "abandoned_in_queue", endedBy: "caller" });
    expect(call.titles.join()).toContain("did not answer; the caller waits on at the same place");
    expect(call.titles.join()).toContain("Hung up in the queue “Front desk”");
  });

  it("gives up after the longest wait, and takes a message", async () => {
    const line = await openQueue(stage.simulator, carrier, {
      settings: { waitsForNobody: true, targetIds: [], longestSeconds: 60 },
    });
    const caller = await pickUp(stage.simulator, line);
    await caller.hears(/press 1/);
    setClock(new Date(Date.now() + 61_000).toISOString());
    await caller.hears(/everybody is still busy.*leave a message after the tone/s);
    await caller.hangUp();
    expect(await callOf(line, caller.callId)).toMatchObject({ missedReason: "nobody_answered" });
  });

  it("is left by key for a message, which is kept", async () => {
    const line = await openQueue(stage.simulator, carrier, {
      settings: { waitsForNobody: true, targetIds: [] },
    });
    const caller = await pickUp(stage.simulator, line);
    await caller.hears(/press 1/);
    await caller.press("1");
    await caller.hears(/leave a message after the tone/);
    await caller.hangUp();
    const call = await callOf(line, caller.callId);
    expect(call.titles.join()).toContain("by pressing a key");
  });

  it("does not keep anybody waiting when nobody is there", async () => {
    const line = await openQueue(stage.simulator, carrier, {
      settings: { targetIds: [], whenTooLong: "hang_up" },
    });
    const caller = await pickUp(stage.simulator, line);
    await caller.hears(/nobody is there to take your call/);
    await caller.over();
    expect(await callOf(line, caller.callId)).toMatchObject({
      outcome: "missed",
      missedReason: "nobody_available",
    });
  });
});
