import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { waitFor } from "../../testing";
import { type CallStage, pathsOf, startCallStage, textsOf, vobizNumber } from "../../voice/testing";
import { vobizMemory } from "../memory/memory";
import { signVobiz } from "./sign-vobiz";

const answerPath = "/api/vobiz/pragati/answer";
const hangupPath = "/api/vobiz/pragati/hangup";
const token = "fedcba9876543210fedcba9876543210";
const credentials = { "x-auth-id": "MA_DEMO0001", "x-auth-token": token };
let stage: CallStage;
let here: string;

beforeAll(async () => {
  stage = await startCallStage();
  here = stage.product.url;
});

beforeEach(() => {
  stage.product.answers.clear();
  stage.product.asked.length = 0;
});

afterAll(() => stage.close());

const call = (script: object[], more: object = {}) =>
  stage.call(script, { to: vobizNumber, from: "+919845012345", ...more });

describe("a scripted call", () => {
  it("is answered, talks, and reports the hang-up with its cause", async () => {
    stage.answer(
      answerPath,
      `<Gather action="${here}/in" inputType="speech" language="en-IN"><Speak>Namaste</Speak></Gather><Hangup/>`,
    );
    stage.answer("/in", "<Speak>Goodbye</Speak><Hangup/>");
    const played = await call([{ say: "What are your hours?" }]);
    expect(textsOf(played)).toEqual(["Namaste", "Goodbye"]);
    expect(pathsOf(played)).toEqual([answerPath, "/in", hangupPath]);
    expect(played.requests[0]?.params).toEqual({
      CallUUID: played.callId,
      From: "+919845012345",
      To: "917971543252",
      Direction: "inbound",
      CallStatus: "ringing",
    });
    expect(played.requests[1]?.params).toMatchObject({
      InputType: "speech",
      Speech: "What are your hours?",
      Digits: "",
    });
    expect(played.requests[2]?.params).toMatchObject({
      CallStatus: "completed",
      HangupCause: "NORMAL_CLEARING",
    });
    expect(played.requests[2]?.params.Event).toBeUndefined();
  });

  it("is unsigned for the demo's application, and signed where credentials are configured", async () => {
    stage.answer(answerPath, "<Hangup/>");
    await call([]);
    expect(stage.product.asked[0]?.headers["x-vobiz-signature-v3"]).toBeUndefined();
    const application = vobizMemory(stage.simulator.world).applications.get("app-demo-0001");
    if (application) application.isSigned = true;
    await call([]);
    if (application) application.isSigned = false;
    const asked = stage.product.asked.at(-1);
    const nonce = String(asked?.headers["x-vobiz-signature-v3-nonce"]);
    expect(asked?.headers).toMatchObject(signVobiz(token, asked?.url ?? "", nonce));
    expect(asked?.headers["x-twilio-signature"]).toBeUndefined();
  });
});

describe("an empty gather", () => {
  const document = () => `<Gather action="${here}/in"><Speak>Press 1</Speak></Gather><Speak>Bye</Speak>`;

  it.each([
    ["notify", ["Press 1", "Bye"], true],
    ["next", ["Press 1", "Bye"], false],
    ["action", ["Press 1", "Pardon?"], true],
  ])("with %s", async (emptyGather, texts, isPosted) => {
    stage.answer(answerPath, document());
    stage.answer("/in", "<Speak>Pardon?</Speak>");
    const played = await call([], { emptyGather });
    expect(textsOf(played)).toEqual(texts);
    expect(pathsOf(played).includes("/in")).toBe(isPosted);
  });
});

describe("record", () => {
  it("posts the file to the action and to the callback, and gives it out with credentials only", async () => {
    const attributes = `action="${here}/recorded" callbackUrl="${here}/recording" finishOnKey="#" redirect="true"`;
    stage.answer(answerPath, `<Record ${attributes}/>`);
    stage.answer("/recorded", "<Speak>Thanks</Speak>");
    const played = await call([{ say: "Please call me back" }, { press: "#" }]);
    expect(pathsOf(played)).toEqual([answerPath, "/recording", "/recorded", hangupPath, "/recording"]);
    const { params } = played.requests[4] ?? {};
    expect(params).toMatchObject({
      Event: "RecordStop",
      ParentAuthID: "MA_DEMO0001",
      RecordingID: expect.any(String),
    });
    const url = params?.RecordUrl ?? "";
    expect((await fetch(url)).status).toBe(401);
    const bytes = Buffer.from(await (await fetch(url, { headers: credentials })).arrayBuffer());
    expect(bytes.readUInt16BE(0)).toBe(0xfffb);
    const wave = await fetch(url.replace(".mp3", ".wav"), { headers: credentials });
    expect(
      Buffer.from(await wave.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe("RIFF");
  });
});

describe("dial", () => {
  it.each([
    ["answer", "completed"],
    ["busy", "busy"],
    ["no-answer", "no-answer"],
  ])("to someone who is %s ends as %s", async (does, status) => {
    stage.answer(
      answerPath,
      `<Dial action="${here}/dialled" timeout="20"><Number>919900000001</Number></Dial>`,
    );
    stage.answer("/dialled", "<Hangup/>");
    const played = await call([], { dialTargets: { "+919900000001": does } });
    expect(played.requests[1]?.params).toMatchObject({ DialStatus: status, DialALegUUID: played.callId });
  });

  it("asks the called person to confirm", async () => {
    const confirm = `confirmSound="${here}/brief.mp3" confirmKey="1"`;
    stage.answer(
      answerPath,
      `<Dial action="${here}/dialled" ${confirm}><Number>919900000001</Number></Dial>`,
    );
    stage.answer("/dialled", "<Hangup/>");
    const willing = { "919900000001": { does: "answer", script: [{ press: "1" }] } };
    expect((await call([], { dialTargets: willing })).requests.at(-2)?.params.DialBLegUUID).not.toBe("");
    expect((await call([])).requests.at(-2)?.params.DialBLegUUID).toBe("");
  });
});

describe("trouble", () => {
  it("is a dead line for a document that is not XML", async () => {
    stage.product.answers.set(answerPath, { status: 200, body: "<Response><Say>Hi</Say></Response>" });
    const played = await call([]);
    expect(played).toMatchObject({ endedBy: "carrier", status: "failed", heard: [] });
    expect(played.problems[0]?.message).toContain("<Say> is not a Vobiz verb");
  });

  it("is none for a Vobiz that tolerates Twilio's spellings", async () => {
    stage.answer(answerPath, "<Say>Hello</Say><Hangup/>");
    expect(textsOf(await call([], { dialect: "tolerant" }))).toEqual(["Hello"]);
  });

  it("is tried three more times", async () => {
    stage.product.answers.set(answerPath, { status: 500 });
    const played = await call([]);
    expect(played.requests[0]).toMatchObject({ attempts: 4, status: 500 });
  });
});

describe("an outbound call", () => {
  const make = async (more: object) => {
    const body = {
      from: "917971543252",
      to: "919900000002",
      answer_url: `${here}/out`,
      answer_method: "POST",
      ...more,
    };
    const headers = { ...credentials, "content-type": "application/json" };
    const url = `${stage.simulator.url}/api/v1/Account/MA_DEMO0001/Call/`;
    const made = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
    return String(made.request_uuid);
  };
  const isOver = (uuid: string) => stage.simulator.world.store.calls.get(uuid)?.endedAt != null;

  it("rings, is answered, and ends", async () => {
    stage.answer("/out", "<Speak>This is a reminder</Speak><Hangup/>");
    const uuid = await make({ ring_url: `${here}/ring`, hangup_url: `${here}/over` });
    await stage.product.until((asked) => asked.some(({ path }) => path === "/over"));
    expect(stage.product.asked.map(({ path }) => path)).toEqual(["/ring", "/out", "/over"]);
    expect(Object.fromEntries(stage.product.asked[1]?.form ?? [])).toMatchObject({
      Event: "StartApp",
      CallUUID: uuid,
    });
    expect(Object.fromEntries(stage.product.asked[2]?.form ?? [])).toMatchObject({
      Event: "Hangup",
      CallStatus: "completed",
    });
    const cdr = await fetch(`${stage.simulator.url}/api/v1/Account/MA_DEMO0001/cdr/${uuid}`, {
      headers: credentials,
    });
    expect(await cdr.json()).toMatchObject({
      uuid,
      call_direction: "outbound",
      hangup_cause: "NORMAL_CLEARING",
    });
  });

  it("tells the answer URL of the hang-up when there is no other", async () => {
    stage.answer("/out", "<Hangup/>");
    await make({});
    await stage.product.until((asked) => asked.filter(({ path }) => path === "/out").length === 2);
    expect(stage.product.asked[1]?.form.get("Event")).toBe("Hangup");
  });

  it("is hung up and moved over REST", async () => {
    stage.answer("/out", `<Wait length="3000"/>`);
    stage.answer("/moved", "<Speak>You were moved</Speak><Hangup/>");
    const { voiceOf } = await import("../../voice/voice-of");
    voiceOf(stage.simulator.world).behaviours.set("919900000002", { outcome: "no-answer", after: 600 });
    const uuid = await make({ hangup_url: `${here}/over` });
    const url = `${stage.simulator.url}/api/v1/Account/MA_DEMO0001/Call/${uuid}`;
    const live = await fetch(`${url}?status=queued`, { headers: credentials });
    expect(live.status).toBe(200);
    await waitFor(() => stage.simulator.world.store.calls.get(uuid)?.status === "ringing");
    expect((await fetch(url, { method: "DELETE", headers: credentials })).status).toBe(204);
    await waitFor(() => isOver(uuid));
    expect((await fetch(url, { method: "DELETE", headers: credentials })).status).toBe(404);
    await stage.product.until((asked) => asked.some(({ path }) => path === "/over"));
    voiceOf(stage.simulator.world).behaviours.clear();
  });
});
