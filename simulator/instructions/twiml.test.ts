import { describe, expect, it } from "vitest";
import type { Step } from "./steps";
import { readTwiml } from "./twiml";

function stepsOf(inner: string): Step[] {
  const reading = readTwiml(`<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.steps;
}

describe("a verb becomes a step", () => {
  it.each<[string, object]>([
    ["<Say>Hello &amp; welcome</Say>", { verb: "say", text: "Hello & welcome", loop: 1 }],
    ['<Say voice="Polly.Aditi" language="hi-IN">नमस्ते</Say>', { text: "नमस्ते", language: "hi-IN" }],
    ['<Say>One <break time="1s"/><emphasis>two</emphasis> three</Say>', { text: "One two three" }],
    ['<Say loop="0">On and on</Say>', { loop: 1000 }],
    ["<Play>https://x.test/a.wav</Play>", { verb: "play", url: "https://x.test/a.wav" }],
    ['<Play digits="ww12"/>', { verb: "play", digits: "ww12" }],
    ['<Pause length="3"/>', { verb: "pause", seconds: 3 }],
    ["<Pause/>", { seconds: 1 }],
    [
      "<Gather/>",
      { verb: "gather", keys: true, speech: false, timeout: 5, finishOnKey: "#", whenEmpty: "next" },
    ],
    [
      '<Gather input="dtmf speech" action="/g" timeout="4" numDigits="1" actionOnEmptyResult="true"/>',
      { keys: true, speech: true, action: { url: "/g", method: "POST" }, numDigits: 1, whenEmpty: "action" },
    ],
    ['<Gather input="speech" speechTimeout="auto"/>', { speechEnd: 1 }],
    ['<Gather input="speech" speechTimeout="3"/>', { speechEnd: 3 }],
    ['<Gather finishOnKey=""/>', { finishOnKey: "" }],
    ["<Record/>", { verb: "record", silence: 5, maxLength: 3600, beep: true }],
    ['<Record transcribe="true"/>', { maxLength: 120, transcribe: {} }],
    ["<Redirect>/next</Redirect>", { verb: "redirect", target: { url: "/next", method: "POST" } }],
    ['<Redirect method="GET">/next</Redirect>', { target: { url: "/next", method: "GET" } }],
    ["<Hangup/>", { verb: "hangUp", after: 0 }],
    ['<Reject reason="busy"/>', { verb: "reject", reason: "busy" }],
    [
      '<Enqueue waitUrl="/w" action="/a">sales</Enqueue>',
      { verb: "enqueue", name: "sales", silentWait: false },
    ],
    ['<Enqueue waitUrl="">sales</Enqueue>', { silentWait: true }],
    ["<Dial>+15550001111</Dial>", { verb: "dial", parties: [{ kind: "number", address: "+15550001111" }] }],
    [
      '<Dial record="record-from-answer-dual"><Client><Identity>u_1</Identity><Parameter name="a" value="b"/></Client></Dial>',
      {
        record: true,
        dualChannel: true,
        parties: [{ kind: "client", address: "u_1", parameters: { a: "b" } }],
      },
    ],
    [
      '<Dial><Number url="/brief">+15550001111</Number></Dial>',
      { parties: [{ whisper: { url: "/brief" } }] },
    ],
    ["<Dial><Queue>sales</Queue></Dial>", { queue: { name: "sales" }, parties: [] }],
    [
      '<Dial><Conference endConferenceOnExit="true">room</Conference></Dial>',
      { conference: { name: "room", endOnExit: true } },
    ],
    [
      '<Connect action="/over"><ConversationRelay url="wss://x.test/r" welcomeGreeting="Hi" dtmfDetection="true"/></Connect>',
      { verb: "relay", url: "wss://x.test/r", welcome: "Hi", dtmf: true, action: { url: "/over" } },
    ],
    ['<Connect><Stream url="wss://x.test/s"/></Connect>', { verb: "stream", twoWay: true, holdsCall: true }],
    ['<Start><Stream url="wss://x.test/s"/></Start>', { verb: "stream", twoWay: false, holdsCall: false }],
    ['<Start><Recording channels="dual"/></Start>', { verb: "startRecording", dualChannel: true }],
    [
      '<Pay chargeAmount="20.45"><Prompt><Say>Card please</Say></Prompt></Pay>',
      { verb: "pay", prompts: ["Card please"] },
    ],
  ])("%s", (xml, step) => {
    expect(stepsOf(xml)).toMatchObject([step]);
  });

  it("nests prompts in a gather and runs what follows after it", () => {
    const steps = stepsOf(
      '<Gather><Say>Press 1</Say><Pause length="2"/><Play>a.wav</Play></Gather><Say>Bye</Say>',
    );
    expect(steps.map((step) => step.verb)).toEqual(["gather", "say"]);
    expect(steps[0]).toMatchObject({ prompts: [{ verb: "say" }, { verb: "pause" }, { verb: "play" }] });
  });
});

describe("what ends a call", () => {
  it.each([
    ["nothing", ""],
    ["text", "Hello"],
    ["an open tag", "<Response><Say>Hi</Response>"],
    ["a bare ampersand", "<Response><Say>Tom & Ann</Say></Response>"],
    ["an entity of its own", '<!DOCTYPE r [<!ENTITY x "y">]><Response><Say>&x;</Say></Response>'],
    ["two roots", "<Response/><Response/>"],
    ["another root", "<html></html>"],
    ["a control character", "<Response><Say>\u0001</Say></Response>"],
  ])("%s", (_name, text) => {
    expect(readTwiml(text)).toMatchObject({ ok: false, problem: { code: "12100" } });
  });
});

describe("what is passed over with 12200", () => {
  it.each([
    ["a verb in lower case", "<say>Hi</say>"],
    ["a verb of Vobiz", "<Speak>Hi</Speak>"],
    ["an empty text", "<Say> </Say>"],
    ["a text that is too long", `<Say>${"a".repeat(4097)}</Say>`],
  ])("%s", (_name, inner) => {
    const reading = readTwiml(`<Response>${inner}<Hangup/></Response>`);
    expect(reading).toMatchObject({ ok: true, steps: [{ verb: "hangUp" }], warnings: [{ code: "12200" }] });
  });

  it("an attribute that is not known, and a value that makes no sense", () => {
    const reading = readTwiml('<Response><Gather inputType="speech" timeout="soon"/></Response>');
    expect(reading).toMatchObject({
      ok: true,
      steps: [{ timeout: 5 }],
      warnings: [{ code: "12200" }, { code: "12200" }],
    });
  });
});
