import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoNumber, post, twilioClient, waitFor } from "../../testing";
import { type CallStage, pathsOf, startCallStage, textsOf, vobizNumber } from "../testing";
import { voiceOf } from "../voice-of";

const answerPath = "/api/twilio/demo/answer";
let stage: CallStage;
let here: string;

beforeAll(async () => {
  stage = await startCallStage();
  here = stage.simulator.url;
});

beforeEach(() => {
  stage.product.answers.clear();
  stage.product.asked.length = 0;
  stage.simulator.world.faults.clear();
  voiceOf(stage.simulator.world).behaviours.clear();
});

afterAll(() => stage.close());

const callOf = (callId: string) => voiceOf(stage.simulator.world).calls.get(callId);

describe("an interactive call", () => {
  async function begin() {
    const asked = { from: "+14155552671", to: demoNumber, interactive: true };
    const { status, json } = await post(`${here}/handset/calls`, asked);
    expect(status).toBe(201);
    return String(json.callId);
  }

  const input = (callId: string, given: object) =>
    fetch(`${here}/handset/calls/${callId}/input`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(given),
    });

  it("is heard over the stream and answered by input", async () => {
    stage.answer(answerPath, '<Gather input="speech" action="/gather"><Say>Hello</Say></Gather>');
    stage.answer("/gather", "<Say>Goodbye</Say><Hangup/>");
    const callId = await begin();
    const stream = await fetch(`${here}/handset/calls/${callId}/stream`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let told = "";
    const until = async (text: string) => {
      while (!told.includes(text)) told += (await reader?.read())?.value ?? "";
    };
    await until('"text":"Hello"');
    await input(callId, { heard: true });
    await until("event: listening");
    expect((await input(callId, { say: "I need an appointment" })).status).toBe(204);
    await until('"text":"Goodbye"');
    await input(callId, { heard: true });
    await until("event: over");
    await reader?.cancel();
    expect(stage.product.asked[1]?.form.get("SpeechResult")).toBe("I need an appointment");
    expect((await input(callId, { say: "Hello?" })).status).toBe(409);
  });

  it("ends when the caller hangs up in the middle of a sentence", async () => {
    stage.answer(answerPath, `<Say>${"This goes on and on. ".repeat(40)}</Say>`);
    const callId = await begin();
    await waitFor(() => (callOf(callId)?.report.heard.length ?? 0) > 0);
    await input(callId, { hangUp: true });
    await waitFor(() => callOf(callId)?.end?.by === "caller");
    await stage.product.until((asked) => asked.some(({ path }) => path.endsWith("/status")));
  });

  it.each([
    ["an unknown call", "none", { say: "x" }, 404],
    ["nonsense", null, { shout: "x" }, 422],
  ])("refuses input for %s", async (_name, callId, given, status) => {
    stage.answer(answerPath, "<Hangup/>");
    expect((await input(callId ?? (await begin()), given)).status).toBe(status);
  });
});

describe("a phone that lies on the desk", () => {
  const place = () =>
    twilioClient(here).calls.create({
      to: "+12125550187",
      from: demoNumber,
      url: `${stage.product.url}/out`,
    });

  it.each([
    [true, "completed"],
    [false, "busy"],
  ])("rings, and is answered: %s", async (answer, status) => {
    await post(`${here}/handset/parties`, { "+12125550187": "handset" });
    stage.answer("/out", "<Hangup/>");
    const { sid } = await place();
    await waitFor(() => callOf(sid)?.record.status === "ringing");
    await post(`${here}/handset/calls/${sid}/input`, { answer }).catch(() => {});
    await waitFor(() => callOf(sid)?.record.status === status);
  });
});

describe("what a test may ask for", () => {
  it.each([
    ["no number", { from: "+14155552671" }, 422],
    ["a number that nobody has", { from: "+14155552671", to: "+19998887777" }, 404],
    ["a script that makes no sense", { from: "+14155552671", to: demoNumber, script: [{ sing: "la" }] }, 422],
  ])("not %s", async (_name, body, status) => {
    expect((await post(`${here}/handset/calls`, body)).status).toBe(status);
  });

  it("a forged or missing signature", async () => {
    stage.answer(answerPath, "<Hangup/>");
    await stage.call([]);
    await stage.call([], { signature: "forged" });
    await stage.call([], { signature: "none" });
    const signatures = stage.product.asked
      .filter(({ path }) => path === answerPath)
      .map(({ headers }) => headers["x-twilio-signature"]);
    expect(signatures[1]).not.toBe(signatures[0]);
    expect(signatures[2]).toBeUndefined();
  });

  it("the seeds' names in Vobiz's fields", async () => {
    stage.answer("/api/vobiz/pragati/answer", "<Hangup/>");
    const call = await stage.call([], { to: vobizNumber, spelling: "seed" });
    expect(call.requests[0]?.params).toMatchObject({ call_id: call.callId, from: "+14155552671" });
    expect(call.requests[1]?.params.duration).toBe("0");
  });
});

describe("a document that cannot be had", () => {
  it("is asked at the fallback URL, with the reason", async () => {
    const number = [...stage.simulator.world.store.numbers.values()].find(
      ({ phoneNumber }) => phoneNumber === demoNumber,
    );
    if (number) number.voiceFallbackUrl = `${stage.product.url}/fallback`;
    stage.product.answers.set(answerPath, { status: 500 });
    stage.answer("/fallback", "<Say>We will call you back</Say><Hangup/>");
    const call = await stage.call([]);
    if (number) number.voiceFallbackUrl = "";
    expect(pathsOf(call).slice(0, 2)).toEqual([answerPath, "/fallback"]);
    expect(call.requests[1]?.params).toMatchObject({
      ErrorCode: "11200",
      ErrorUrl: `${stage.product.url}${answerPath}`,
    });
    expect(textsOf(call)).toEqual(["We will call you back"]);
  });
});

describe("callbacks that overtake each other", () => {
  it("arrive in another order than they were sent", async () => {
    const fault = { id: "f", target: "callbacks", kind: "reorder", match: { path: "*ringing" } } as const;
    stage.simulator.world.faults.add({ ...fault, milliseconds: 200, timesLeft: null, probability: 1 });
    const status = (event: string) => `statusCallback="/${event}" statusCallbackEvent="${event}"`;
    const numbers = ["ringing", "answered"].map((event) => `<Number ${status(event)}>+12125550199</Number>`);
    stage.answer(answerPath, `<Dial>${numbers.join("")}</Dial>`);
    await stage.call([]);
    const paths = stage.product.asked.map(({ path }) => path);
    expect(paths.indexOf("/ringing")).toBeGreaterThan(paths.indexOf("/answered"));
  });
});
