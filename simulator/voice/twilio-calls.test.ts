import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoToken } from "../testing";
import { signRequest } from "../webhooks/sign-request";
import { type CallStage, pathsOf, startCallStage, textsOf } from "./testing";

const answerPath = "/api/twilio/demo/answer";
let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
});

beforeEach(() => {
  stage.product.answers.clear();
  stage.product.asked.length = 0;
});

afterAll(() => stage.close());

describe("a scripted call", () => {
  it("hears the greeting, answers, and hangs up when told to", async () => {
    stage.answer(
      answerPath,
      '<Gather input="speech" action="/gather"><Say>Hello, how can I help?</Say></Gather>',
    );
    stage.answer("/gather", "<Say>Goodbye</Say><Hangup/>");
    const call = await stage.call([{ say: "I need an appointment" }]);
    expect(textsOf(call)).toEqual(["Hello, how can I help?", "Goodbye"]);
    expect(pathsOf(call)).toEqual([answerPath, "/gather", "/api/twilio/demo/status"]);
    expect(call.requests[1]?.params).toMatchObject({
      SpeechResult: "I need an appointment",
      CallStatus: "in-progress",
    });
    expect(call).toMatchObject({ status: "completed", endedBy: "product", problems: [], deadAir: [] });
  });

  it("sends the standing fields, signed with the account's token", async () => {
    stage.answer(answerPath, "<Hangup/>");
    const call = await stage.call([]);
    const [asked] = stage.product.asked;
    expect(Object.fromEntries(asked?.form ?? [])).toMatchObject({
      CallSid: call.callId,
      AccountSid: "AC00000000000000000000000000000001",
      From: "+14155552671",
      Caller: "+14155552671",
      To: "+15005550006",
      CallStatus: "ringing",
      Direction: "inbound",
      ApiVersion: "2010-04-01",
      FromCity: "SAN FRANCISCO",
    });
    const fields = [...(asked?.form ?? [])];
    expect(asked?.headers["x-twilio-signature"]).toBe(signRequest(demoToken, asked?.url ?? "", fields));
  });

  it("reports the end once, with seconds and billed minutes", async () => {
    stage.answer(answerPath, '<Pause length="70"/><Hangup/>');
    const call = await stage.call([]);
    const last = call.requests.at(-1);
    expect(last).toMatchObject({ event: "call.ended", params: { CallStatus: "completed", Duration: "2" } });
    expect(Number(last?.params.CallDuration)).toBe(70);
    expect(call.deadAir).toHaveLength(1);
  });
});

describe("gather", () => {
  it("falls through to the next verb when nobody answers", async () => {
    stage.answer(
      answerPath,
      '<Gather action="/gather" timeout="4"><Say>Press 1</Say></Gather><Say>Bye</Say>',
    );
    const call = await stage.call([]);
    expect(textsOf(call)).toEqual(["Press 1", "Bye"]);
    expect(pathsOf(call)).not.toContain("/gather");
  });

  it("asks the action after silence when actionOnEmptyResult says so", async () => {
    stage.answer(answerPath, '<Gather action="/gather" actionOnEmptyResult="true"/>');
    stage.answer("/gather", "<Hangup/>");
    const call = await stage.call([]);
    expect(pathsOf(call)).toContain("/gather");
    expect(call.requests[1]?.params.Digits).toBeUndefined();
  });

  it.each([
    ['numDigits="1"', "12", "1", ""],
    ['numDigits="4"', "12", "12", ""],
    ["", "123#", "123", "#"],
    ['finishOnKey="*"', "12#3*", "12#3", "*"],
    ['finishOnKey=""', "12#", "12#", ""],
  ])("with %s takes %s as %s", async (attributes, pressed, digits, key) => {
    stage.answer(answerPath, `<Gather action="/gather" ${attributes}/>`);
    stage.answer("/gather", "<Hangup/>");
    const call = await stage.call([{ press: pressed }]);
    expect(call.requests[1]?.params).toMatchObject({ Digits: digits, FinishedOnKey: key });
  });

  it("does not hear words when it listens for keys", async () => {
    stage.answer(answerPath, '<Gather action="/gather"/><Say>Bye</Say>');
    const call = await stage.call([{ say: "Hello?" }]);
    expect(textsOf(call)).toEqual(["Bye"]);
  });

  it("is interrupted by a caller who does not wait for the prompt's end", async () => {
    const long = "This is a very long prompt. ".repeat(20);
    stage.answer(answerPath, `<Gather input="speech" action="/gather"><Say>${long}</Say></Gather>`);
    stage.answer("/gather", "<Hangup/>");
    const call = await stage.call([{ say: "Stop", after: 2 }]);
    expect(call.heard[0]?.cutAfter).toBe(2);
    expect(pathsOf(call)).toContain("/gather");
  });

  it("without action asks the same document again, and a loop is cut", async () => {
    stage.answer(answerPath, '<Gather timeout="1"><Say>Press 1</Say></Gather><Redirect/>');
    stage.answer(
      answerPath,
      '<Gather input="speech" actionOnEmptyResult="true" timeout="1"><Say>Hm</Say></Gather>',
    );
    const call = await stage.call([], { patience: 86_400 });
    expect(call.problems.at(-1)).toMatchObject({ code: "simulator" });
    expect(call.requests.length).toBeLessThan(300);
    expect(call.endedBy).toBe("carrier");
  });
});

describe("record", () => {
  it("keeps a message, asks the action and reports the recording after the call", async () => {
    const attributes =
      'action="/recorded" recordingStatusCallback="/recording" finishOnKey="#" transcribeCallback="/text"';
    stage.answer(answerPath, `<Say>Leave a message</Say><Record ${attributes}/>`);
    stage.answer("/recorded", "<Say>Thank you</Say><Hangup/>");
    const call = await stage.call([{ say: "Please call me back about my tooth" }, { press: "#" }]);
    expect(pathsOf(call)).toEqual([
      answerPath,
      "/recorded",
      "/api/twilio/demo/status",
      "/recording",
      "/text",
    ]);
    expect(call.requests[1]?.params).toMatchObject({ Digits: "#" });
    expect(call.requests[3]?.params).toMatchObject({
      RecordingStatus: "completed",
      RecordingSource: "RecordVerb",
    });
    expect(call.requests[4]?.params.TranscriptionText).toBe("Please call me back about my tooth");
    const url = call.requests[3]?.params.RecordingUrl ?? "";
    expect((await fetch(url)).status).toBe(401);
    const basic = Buffer.from(`AC00000000000000000000000000000001:${demoToken}`).toString("base64");
    const audio = Buffer.from(
      await (await fetch(url, { headers: { authorization: `Basic ${basic}` } })).arrayBuffer(),
    );
    expect(audio.subarray(0, 4).toString()).toBe("RIFF");
    expect(audio.readUInt32LE(4)).toBe(audio.length - 8);
  });

  it("still tells the action when the caller hangs up", async () => {
    stage.answer(answerPath, '<Record action="/recorded"/>');
    const call = await stage.call([{ say: "Hello" }, { hangUp: true }]);
    expect(call.requests[1]?.params).toMatchObject({ Digits: "hangup" });
    expect(call.endedBy).toBe("caller");
  });
});

describe("dial", () => {
  const dial = (attributes: string, inner: string) => `<Dial action="/dialled" ${attributes}>${inner}</Dial>`;

  it.each([
    ["answer", "completed", "true"],
    ["busy", "busy", "false"],
    ["no-answer", "no-answer", "false"],
    ["failed", "failed", "false"],
  ])("to someone who is %s ends as %s", async (does, status, bridged) => {
    stage.answer(answerPath, dial('timeout="20"', "<Number>+12125550199</Number>"));
    stage.answer("/dialled", "<Hangup/>");
    const call = await stage.call([], { dialTargets: { "+12125550199": does } });
    expect(call.requests[1]?.params).toMatchObject({ DialCallStatus: status, DialBridged: bridged });
  });

  it("rings everybody, and the first to answer wins", async () => {
    const status = 'statusCallback="/leg" statusCallbackEvent="ringing answered completed"';
    stage.answer(
      answerPath,
      dial("", `<Number ${status}>+12125550198</Number><Number ${status}>+12125550199</Number>`),
    );
    stage.answer("/dialled", "<Hangup/>");
    const dialTargets = {
      "+12125550198": { does: "answer", after: 9 },
      "+12125550199": { does: "answer", after: 3, script: [{ say: "Asha speaking" }], talk: 10 },
    };
    const call = await stage.call([], { dialTargets });
    expect(call.legs.map(({ to, status }) => [to, status])).toEqual([
      ["+12125550198", "canceled"],
      ["+12125550199", "completed"],
    ]);
    expect(textsOf(call)).toEqual(["Asha speaking"]);
    const statuses = call.requests.concat(...[]).map(({ params }) => params.CallStatus);
    expect(statuses.at(-1)).toBe("completed");
  });

  it("briefs the called person, who must press 1", async () => {
    stage.answer(answerPath, dial("", '<Number url="/brief">+12125550199</Number>'));
    stage.answer(
      "/brief",
      '<Gather numDigits="1" action="/accept"><Say>Jordan, toothache. Press 1.</Say></Gather><Hangup/>',
    );
    stage.answer("/accept", "");
    stage.answer("/dialled", "<Hangup/>");
    const willing = { "+12125550199": { does: "answer", script: [{ press: "1" }] } };
    const taken = await stage.call([], { dialTargets: willing });
    expect(taken.legs[0] && textsOf(taken.legs[0])).toEqual(["Jordan, toothache. Press 1."]);
    expect(taken.requests.at(-2)?.params.DialBridged).toBe("true");
    const refused = await stage.call([], { dialTargets: { "+12125550199": { does: "answer", script: [] } } });
    expect(refused.requests.at(-2)?.params.DialBridged).toBe("false");
  });

  it("runs the next verb when there is no action", async () => {
    stage.answer(answerPath, '<Dial timeout="5"><Number>+12125550199</Number></Dial><Say>Nobody is in</Say>');
    const call = await stage.call([], { dialTargets: { "+12125550199": "no-answer" } });
    expect(textsOf(call)).toEqual(["Nobody is in"]);
  });

  it("is abandoned by a caller who hangs up while it rings", async () => {
    stage.answer(answerPath, dial("", "<Number>+12125550199</Number>"));
    const call = await stage.call([{ wait: 2 }, { hangUp: true }], {
      dialTargets: { "+12125550199": "no-answer" },
    });
    expect(call).toMatchObject({ endedBy: "caller", status: "completed" });
    expect(call.legs[0]?.status).toBe("canceled");
  });
});

describe("trouble", () => {
  it("apologises and ends when the document cannot be read", async () => {
    stage.product.answers.set(answerPath, { status: 200, body: "<Response><Say>Tom & Ann</Say></Response>" });
    const call = await stage.call([]);
    expect(textsOf(call)[0]).toContain("application error");
    expect(call.problems[0]?.code).toBe("12100");
    expect(call.endedBy).toBe("carrier");
  });

  it("notes an error status as 11200", async () => {
    stage.product.answers.set(answerPath, { status: 500 });
    const call = await stage.call([]);
    expect(call.problems[0]?.code).toBe("11200");
  });

  it("rejects without answering", async () => {
    stage.answer(answerPath, '<Reject reason="busy"/>');
    const call = await stage.call([]);
    expect(call).toMatchObject({ status: "busy", durationSeconds: 0 });
  });

  it("tells twice under a duplicate fault", async () => {
    stage.answer(answerPath, "<Hangup/>");
    const { world } = stage.simulator;
    const fault = {
      id: "f",
      target: "callbacks",
      kind: "duplicate",
      match: {},
      milliseconds: null,
      probability: 1,
    } as const;
    world.faults.add({ ...fault, timesLeft: null });
    await stage.call([]);
    world.faults.clear();
    expect(stage.product.asked.filter(({ path }) => path === "/api/twilio/demo/status")).toHaveLength(2);
  });
});

describe("queue", () => {
  it("plays the wait document again and again until the caller leaves", async () => {
    stage.answer(answerPath, '<Enqueue waitUrl="/wait" action="/left">sales</Enqueue>');
    stage.answer("/wait", "<Say>Please hold the line</Say><Play>https://music.test/a.mp3</Play>");
    const call = await stage.call([{ wait: 15 }, { hangUp: true }], { speed: 1000 });
    expect(call.requests[1]?.params).toMatchObject({ QueuePosition: "1", CurrentQueueSize: "1" });
    expect(pathsOf(call).filter((path) => path === "/wait").length).toBeGreaterThan(1);
    expect(call.requests.find(({ event }) => event === "call.queue")?.params.QueueResult).toBe("hangup");
  });

  it("lets the wait document leave", async () => {
    stage.answer(answerPath, '<Enqueue waitUrl="/wait">sales</Enqueue><Say>Back again</Say>');
    stage.answer("/wait", "<Say>Please hold</Say><Leave/>");
    expect(textsOf(await stage.call([]))).toEqual(["Please hold", "Back again"]);
  });

  it("connects a caller with whoever dials the queue", async () => {
    stage.answer(answerPath, '<Enqueue action="/left">sales</Enqueue>');
    stage.answer("/left", "<Hangup/>");
    stage.answer("/agent", '<Dial><Queue url="/about">sales</Queue></Dial>');
    stage.answer("/about", "<Say>You will be connected</Say>");
    const waiting = stage.call([{ wait: 300 }], { speed: 200 });
    const { world } = stage.simulator;
    world.store.numbers.get("PN00000000000000000000000000000002");
    const number = [...world.store.numbers.values()].find(
      ({ phoneNumber }) => phoneNumber === "+12125550142",
    );
    if (number) number.voiceUrl = `${stage.product.url}/agent`;
    const agent = await stage.call([{ say: "Hello, Asha here" }, { wait: 5 }, { hangUp: true }], {
      to: "+12125550142",
    });
    const caller = await waiting;
    expect(textsOf(caller)).toEqual(["You will be connected", "Hello, Asha here"]);
    expect(caller.requests.find(({ event }) => event === "call.queue")?.params.QueueResult).toBe("bridged");
    expect(agent.endedBy).toBe("caller");
  });
});
