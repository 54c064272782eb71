import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

describe("pay", () => {
  const pay = '<Pay action="/paid" statusCallback="/field" chargeAmount="20.00"/>';
  const card = [{ press: "4242424242424242#" }, { press: "1230" }, { press: "123" }, { press: "94103" }];

  it("hands on masked data only", async () => {
    stage.answer(answerPath, pay);
    stage.answer("/paid", "<Say>Thank you</Say>");
    const call = await stage.call(card);
    const paid = call.requests.find(({ event, url }) => event === "call.pay" && url.endsWith("/paid"));
    expect(paid?.params).toMatchObject({
      Result: "success",
      PaymentCardNumber: "xxxxxxxxxxxx4242",
      PaymentCardType: "visa",
      SecurityCode: "xxx",
    });
    expect(JSON.stringify(call.requests)).not.toContain("4242424242424242");
    expect(textsOf(call).at(-1)).toBe("Thank you");
  });

  it.each([
    [
      "a card that is none",
      [{ press: "4242424242424241" }, { press: "1" }, { press: "2" }],
      "too-many-failed-attempts",
    ],
    ["a star", [{ press: "*" }], "caller-interrupted-with-star"],
    ["a caller who leaves", [{ hangUp: true }], "caller-hung-up"],
  ])("ends with %s", async (_name, script, result) => {
    stage.answer(answerPath, pay);
    stage.answer("/paid", "<Hangup/>");
    const call = await stage.call(script);
    expect(call.requests.find(({ url }) => url.endsWith("/paid"))?.params.Result).toBe(result);
  });
});

describe("recording", () => {
  it("runs over the whole call once it is started", async () => {
    const start = '<Start><Recording channels="dual" recordingStatusCallback="/recording"/></Start>';
    stage.answer(answerPath, `${start}<Say>Hello there, welcome</Say><Pause length="8"/><Hangup/>`);
    const call = await stage.call([]);
    expect(call.recordings).toMatchObject([{ channels: 2 }]);
    expect(call.recordings[0]?.durationSeconds).toBeGreaterThanOrEqual(9);
    expect(pathsOf(call)).toEqual([answerPath, "/api/twilio/demo/status", "/recording"]);
  });

  it("of a dial names itself in the action request", async () => {
    stage.answer(
      answerPath,
      '<Dial action="/dialled" record="record-from-answer"><Number>+12125550199</Number></Dial>',
    );
    stage.answer("/dialled", "<Hangup/>");
    const call = await stage.call([]);
    expect(call.requests[1]?.params.RecordingUrl).toContain("/Recordings/RE");
    expect(call.requests[1]?.params.DialCallDuration).toBe("20");
  });

  it.each([
    ["silence", [], "5"],
    ["the longest length", [{ say: "x".repeat(400) }, { say: "more" }], "10"],
  ])("of a message ends with %s", async (_name, script, seconds) => {
    stage.answer(answerPath, '<Record action="/recorded" maxLength="10"/>');
    stage.answer("/recorded", "<Hangup/>");
    const call = await stage.call(script);
    expect(Number(call.requests[1]?.params.RecordingDuration)).toBeGreaterThanOrEqual(Number(seconds));
  });
});

describe("dial", () => {
  it("is left with a star", async () => {
    stage.answer(
      answerPath,
      '<Dial hangupOnStar="true" action="/dialled"><Number>+12125550199</Number></Dial>',
    );
    stage.answer("/dialled", "<Say>Back with you</Say><Hangup/>");
    const call = await stage.call([{ wait: 3 }, { press: "*" }]);
    expect(textsOf(call)).toEqual(["Back with you"]);
    expect(call.requests[1]?.params).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
  });

  it("does not answer the caller before the other side does", async () => {
    stage.answer(answerPath, '<Dial answerOnBridge="true" timeout="9"><Number>+12125550199</Number></Dial>');
    const call = await stage.call([], { dialTargets: { "+12125550199": "no-answer" } });
    expect(call).toMatchObject({ status: "no-answer", durationSeconds: 0 });
  });

  it("ends at its time limit", async () => {
    stage.answer(answerPath, '<Dial timeLimit="7" action="/dialled"><Number>+12125550199</Number></Dial>');
    stage.answer("/dialled", "<Hangup/>");
    expect((await stage.call([])).requests[1]?.params.DialCallDuration).toBe("7");
  });

  it("lets both sides hear each other, and the caller leave", async () => {
    stage.answer(answerPath, '<Dial action="/dialled"><Number>+12125550199</Number></Dial>');
    const dialTargets = { "+12125550199": { does: "answer", script: [{ say: "Asha here" }], talk: 60 } };
    const call = await stage.call([{ say: "Hi Asha" }, { wait: 4 }, { hangUp: true }], { dialTargets });
    expect(textsOf(call)).toEqual(["Asha here"]);
    expect(call.legs[0] && textsOf(call.legs[0])).toEqual(["Hi Asha"]);
    expect(call.endedBy).toBe("caller");
  });
});

describe("silence that the product is to blame for", () => {
  it("is reported", async () => {
    stage.answer(answerPath, '<Pause length="6"/><Say>Sorry for the wait</Say>');
    expect((await stage.call([])).deadAir).toMatchObject([{ seconds: 6 }]);
  });

  it("is not the time in which it listens", async () => {
    stage.answer(answerPath, '<Gather timeout="30"><Say>Take your time</Say></Gather><Say>Bye</Say>');
    expect((await stage.call([])).deadAir).toEqual([]);
  });
});

describe("redirect", () => {
  it("goes to another document, relative to its own, by the method it names", async () => {
    stage.answer(answerPath, '<Redirect method="GET">next?step=2</Redirect>');
    stage.answer("/api/twilio/demo/next", "<Say>Here</Say><Hangup/>");
    const call = await stage.call([]);
    expect(stage.product.asked[1]).toMatchObject({ method: "GET" });
    expect(stage.product.asked[1]?.path).toContain("step=2&CallSid=");
    expect(textsOf(call)).toEqual(["Here"]);
  });

  it("in a circle is cut", async () => {
    stage.answer(answerPath, `<Redirect>${answerPath}</Redirect>`);
    const call = await stage.call([]);
    expect(call.endedBy).toBe("carrier");
    expect(call.requests.length).toBeLessThan(300);
  });
});

describe("an answer that does not come", () => {
  it("is dead air, and then the carrier's apology", async () => {
    for (const number of stage.simulator.world.store.numbers.values()) number.voiceFallbackUrl = "";
    stage.product.answers.set("/slow", "hang");
    stage.answer(answerPath, "<Say>One moment</Say><Redirect>/slow#rt=3200&amp;rc=0</Redirect>");
    const call = await stage.call([]);
    expect(call.deadAir[0]?.seconds).toBeGreaterThan(3);
    expect(call.problems.at(-1)?.code).toBe("11200");
    expect(call.endedBy).toBe("carrier");
  });
});
