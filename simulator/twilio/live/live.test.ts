import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoNumber, twilioClient, waitFor } from "../../testing";
import { type CallStage, startCallStage } from "../../voice/testing";
import { voiceOf } from "../../voice/voice-of";

let stage: CallStage;
let here: string;
const client = () => twilioClient(stage.simulator.url);
const voice = () => voiceOf(stage.simulator.world);

beforeAll(async () => {
  stage = await startCallStage();
  here = stage.product.url;
  const patient = { outcome: "answer", after: 0, talk: 36_000, isMachine: false } as const;
  voice().behaviours.set("12125550177", { ...patient, script: [] });
});

afterAll(() => stage.close());

async function place(inner: string) {
  const twiml = `<Response>${inner}</Response>`;
  const { sid } = await client().calls.create({ to: "+12125550177", from: demoNumber, twiml });
  await waitFor(() => voice().calls.get(sid)?.record.status === "in-progress");
  return sid;
}

const end = (sid: string) => client().calls(sid).update({ status: "completed" });

describe("a recording of a call that is up", () => {
  it("is started, paused and stopped", async () => {
    const sid = await place("<Enqueue>one</Enqueue>");
    const recordings = client().calls(sid).recordings;
    const { sid: recordingSid, status } = await recordings.create({
      recordingStatusCallback: `${here}/recording`,
    });
    expect(status).toBe("in-progress");
    expect((await recordings("Twilio.CURRENT").update({ status: "paused" })).status).toBe("paused");
    expect((await recordings(recordingSid).update({ status: "stopped" })).status).toBe("completed");
    await end(sid);
    await stage.product.until((asked) => asked.some(({ path }) => path === "/recording"));
    await expect(recordings.create()).rejects.toMatchObject({ status: 400 });
  });
});

describe("a queue", () => {
  it("is listed with its members, and one is taken out", async () => {
    const sid = await place(`<Enqueue action="${here}/left">two</Enqueue>`);
    await waitFor(async () =>
      (await client().queues.list()).some(
        ({ friendlyName, currentSize }) => friendlyName === "two" && currentSize === 1,
      ),
    );
    const queue = (await client().queues.list()).find(({ friendlyName }) => friendlyName === "two");
    const members = client().queues(queue?.sid ?? "").members;
    expect((await members.list()).map(({ callSid, position }) => [callSid, position])).toEqual([[sid, 1]]);
    stage.answer("/agent", '<Pause length="9000"/>');
    await members("Front").update({ url: `${here}/agent` });
    await stage.product.until((asked) => asked.some(({ path }) => path === "/agent"));
    expect(await members.list()).toEqual([]);
    await end(sid);
  });
});

describe("a conference", () => {
  it("takes in, holds and lets go of participants", async () => {
    const sid = await place("<Dial><Conference>three</Conference></Dial>");
    await waitFor(() => voice().rooms.size === 1);
    const [room] = await client().conferences.list({ friendlyName: "three" });
    const participants = client().conferences(room?.sid ?? "").participants;
    const added = await participants.create({ from: demoNumber, to: "+12125550177" });
    await waitFor(async () => (await participants.list()).length === 2);
    expect((await participants(added.callSid).update({ hold: true })).hold).toBe(true);
    await participants(added.callSid).remove();
    await waitFor(async () => (await participants.list()).length === 1);
    await client()
      .conferences(room?.sid ?? "")
      .update({ status: "completed" });
    await waitFor(() => voice().rooms.size === 0 && voice().calls.get(sid)?.end != null);
  });
});
