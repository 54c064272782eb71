import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoNumber, twilioClient, waitFor } from "../testing";
import { type CallStage, startCallStage } from "./testing";
import { voiceOf } from "./voice-of";

let stage: CallStage;
let here: string;

beforeAll(async () => {
  stage = await startCallStage();
  here = stage.product.url;
});

beforeEach(() => {
  stage.product.answers.clear();
  stage.product.asked.length = 0;
  voiceOf(stage.simulator.world).behaviours.clear();
});

afterAll(() => stage.close());

const client = () => twilioClient(stage.simulator.url);
const events = ["initiated", "ringing", "answered", "completed"];
const statuses = () =>
  stage.product.asked.filter(({ path }) => path === "/status").map(({ form }) => form.get("CallStatus"));

function place(more: object = {}) {
  const callbacks = { statusCallback: `${here}/status`, statusCallbackEvent: events };
  return client().calls.create({
    to: "+12125550177",
    from: demoNumber,
    url: `${here}/out`,
    ...callbacks,
    ...more,
  });
}

const finals = ["completed", "busy", "no-answer", "failed", "canceled"];
const untilOver = () => stage.product.until(() => finals.includes(statuses().at(-1) ?? ""));

describe("an outbound call", () => {
  it("goes through its states in order", async () => {
    stage.answer("/out", "<Say>This is a reminder</Say><Hangup/>");
    const { sid, status } = await place();
    expect(status).toBe("queued");
    await untilOver();
    expect(statuses()).toEqual(["initiated", "ringing", "in-progress", "completed"]);
    const call = await client().calls(sid).fetch();
    expect(call).toMatchObject({ status: "completed", direction: "outbound-api" });
  });

  it.each([
    ["busy", "busy"],
    ["failed", "failed"],
    ["no-answer", "no-answer"],
  ] as const)("to someone who is %s ends as %s", async (outcome, status) => {
    voiceOf(stage.simulator.world).behaviours.set("12125550177", { outcome, after: 1 });
    await place();
    await untilOver();
    expect(statuses().at(-1)).toBe(status);
    expect(stage.product.asked.some(({ path }) => path === "/out")).toBe(false);
  });

  it("says whether a machine answered", async () => {
    const machine = { outcome: "answer", after: 1, script: [], talk: 5, isMachine: true } as const;
    voiceOf(stage.simulator.world).behaviours.set("12125550177", { ...machine, script: [] });
    stage.answer("/out", "<Hangup/>");
    await place({ machineDetection: "Enable" });
    await untilOver();
    expect(stage.product.asked.find(({ path }) => path === "/out")?.form.get("AnsweredBy")).toBe(
      "machine_start",
    );
  });

  it("runs instructions given with it", async () => {
    await place({ url: undefined, twiml: `<Response><Redirect>${here}/later</Redirect></Response>` });
    await stage.product.until((asked) => asked.some(({ path }) => path === "/later"));
  });
});

describe("a live call", () => {
  const isWaiting = (sid: string) =>
    waitFor(() =>
      (
        voiceOf(stage.simulator.world).queues.get("AC00000000000000000000000000000001|hold")?.members ?? []
      ).some(({ call }) => call.record.sid === sid),
    );

  async function placeWaiting() {
    const patient = { outcome: "answer", after: 0, script: [], talk: 3600, isMachine: false } as const;
    voiceOf(stage.simulator.world).behaviours.set("12125550177", { ...patient, script: [] });
    stage.answer("/out", `<Enqueue action="${here}/left">hold</Enqueue>`);
    const { sid } = await place();
    await isWaiting(sid);
    return sid;
  }

  it("is ended over REST, at once and with its callback", async () => {
    const sid = await placeWaiting();
    const ended = await client().calls(sid).update({ status: "completed" });
    expect(ended.status).toBe("completed");
    await untilOver();
    expect(statuses().at(-1)).toBe("completed");
  });

  it("is given other instructions", async () => {
    const sid = await placeWaiting();
    stage.answer("/elsewhere", "<Say>Moved</Say><Hangup/>");
    await client()
      .calls(sid)
      .update({ url: `${here}/elsewhere`, method: "POST" });
    await untilOver();
    const paths = stage.product.asked.map(({ path }) => path);
    expect(paths).toContain("/elsewhere");
    expect(stage.product.asked.find(({ path }) => path === "/left")?.form.get("QueueResult")).toBe(
      "redirected",
    );
  });

  it("meets another in a conference and is alone when it leaves", async () => {
    const sid = await placeWaiting();
    const room =
      '<Dial><Conference statusCallback="/room" statusCallbackEvent="start end join leave">desk</Conference></Dial>';
    await client()
      .calls(sid)
      .update({ twiml: `<Response>${room.replace("/room", `${here}/room`)}</Response>` });
    await waitFor(() => voiceOf(stage.simulator.world).rooms.size === 1);
    stage.answer("/api/twilio/demo/answer", room);
    const other = await stage.call([{ wait: 2 }, { say: "Is anybody there?" }, { hangUp: true }], {
      speed: 100,
    });
    expect(other.endedBy).toBe("caller");
    await client().calls(sid).update({ status: "completed" });
    await untilOver();
    await waitFor(() => voiceOf(stage.simulator.world).rooms.size === 0);
    const changes = stage.product.asked
      .filter(({ path }) => path === "/room")
      .map(({ form }) => form.get("StatusCallbackEvent"));
    expect(changes).toEqual([
      "participant-join",
      "conference-start",
      "participant-join",
      "participant-leave",
      "participant-leave",
      "conference-end",
    ]);
    const heard = voiceOf(stage.simulator.world)
      .calls.get(sid)
      ?.report.heard.map(({ text }) => text);
    expect(heard).toContain("Is anybody there?");
  });
});
