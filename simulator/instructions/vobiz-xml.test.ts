import { describe, expect, it } from "vitest";
import { readVobizXml } from "./vobiz-xml";

const action = 'action="https://x.test/in"';

describe("a documented verb becomes a step", () => {
  it.each<[string, object]>([
    ["<Speak>Namaste</Speak>", { verb: "say", text: "Namaste", voice: "WOMAN", language: "en-US" }],
    ["<Play>https://x.test/a.mp3</Play>", { verb: "play", url: "https://x.test/a.mp3" }],
    ['<Wait length="4"/>', { verb: "pause", seconds: 4 }],
    [
      `<Gather ${action}/>`,
      { verb: "gather", keys: true, speech: false, timeout: 15, whenEmpty: "notify", numDigits: 32 },
    ],
    [
      `<Gather ${action} inputType="dtmf speech" executionTimeout="9" speechEndTimeout="3" language="en-IN"/>`,
      { keys: true, speech: true, timeout: 9, speechEnd: 3, language: "en-IN" },
    ],
    [`<Gather ${action} executionTimeout="2"/>`, { timeout: 5 }],
    [`<Gather ${action} executionTimeout="90"/>`, { timeout: 60 }],
    [`<Gather ${action} redirect="false"/>`, { followsAction: false }],
    [
      `<Record ${action}/>`,
      { verb: "record", format: "mp3", silence: 60, maxLength: 60, followsAction: false },
    ],
    [
      '<Record recordSession="true" callbackUrl="https://x.test/rec"/>',
      { session: true, callback: { url: "https://x.test/rec" } },
    ],
    [
      "<Dial><Number>919900000001</Number><User>sip:a@x</User></Dial>",
      { parties: [{ kind: "number" }, { kind: "client" }] },
    ],
    [
      '<Dial confirmSound="https://x.test/c" confirmKey="1"><Number>9</Number></Dial>',
      { confirm: { key: "1" } },
    ],
    ["<Conference>room</Conference>", { verb: "dial", conference: { name: "room" } }],
    ["<Redirect>https://x.test/n</Redirect>", { verb: "redirect" }],
    ['<Hangup reason="busy"/>', { verb: "hangUp", reason: "busy" }],
    ["<DTMF>12</DTMF>", { verb: "play", digits: "12" }],
    [
      '<Stream bidirectional="true" keepCallAlive="true" contentType="audio/x-mulaw;rate=8000">wss://x.test/s</Stream>',
      { verb: "stream", twoWay: true, holdsCall: true, encoding: "audio/x-mulaw", sampleRate: 8000 },
    ],
  ])("%s", (xml, step) => {
    expect(readVobizXml(`<Response>${xml}</Response>`)).toMatchObject({ ok: true, steps: [step] });
  });

  it("records the whole call when Record stands in Dial", () => {
    const xml = `<Response><Dial><Record ${action}/><Number>91990</Number></Dial></Response>`;
    expect(readVobizXml(xml)).toMatchObject({
      ok: true,
      steps: [{ verb: "record", session: true }, { verb: "dial" }],
    });
  });
});

describe("what ends a call", () => {
  it.each([
    ["Twilio's Say", "<Response><Say>Hi</Say></Response>"],
    ["Twilio's Pause", "<Response><Pause/></Response>"],
    ["a gather without action", "<Response><Gather/></Response>"],
    ["a relative action", '<Response><Gather action="/in"/></Response>'],
    ["a relative redirect", "<Response><Redirect>/n</Redirect></Response>"],
    [
      "two-way audio on both tracks",
      '<Response><Stream bidirectional="true" audioTrack="both">wss://x.test/s</Stream></Response>',
    ],
    ["a document above 100 KB", `<Response><Speak>${"a".repeat(103_000)}</Speak></Response>`],
    ["broken XML", "<Response><Speak>Hi</Response>"],
    ["another root", "<Reply/>"],
  ])("%s", (_name, text) => {
    expect(readVobizXml(text)).toMatchObject({ ok: false });
  });
});

describe("the seeds' dialect", () => {
  const seeds =
    `<Response><Gather input="speech" ${action} method="POST" timeout="5" speechTimeout="auto" language="en-IN">` +
    "<Say>Hello</Say></Gather><Say>Goodbye</Say><Hangup/></Response>";

  it("is refused by the documented Vobiz", () => {
    expect(readVobizXml(seeds)).toMatchObject({ ok: false });
  });

  it("is understood by a tolerant one", () => {
    expect(readVobizXml(seeds, "tolerant")).toMatchObject({
      ok: true,
      steps: [
        { verb: "gather", speech: true, keys: false, timeout: 5, prompts: [{ verb: "say", text: "Hello" }] },
        { verb: "say", text: "Goodbye" },
        { verb: "hangUp" },
      ],
      warnings: [],
    });
  });

  it("keeps an attribute of Twilio's unread where only its name is wrong", () => {
    const reading = readVobizXml(`<Response><Gather ${action} timeout="5"/></Response>`);
    expect(reading).toMatchObject({ ok: true, steps: [{ timeout: 15 }], warnings: [{ code: "vobiz-xml" }] });
  });
});
