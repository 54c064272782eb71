import fc from "fast-check";
import { SaxesParser } from "saxes";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { describe, expect, it } from "vitest";
import type { Instruction } from "./ports/instructions";
import { renderTwiml } from "./twilio/instructions/render";
import { renderVobizXml } from "./vobiz/instructions/render";

const url = "https://desk.example.com/api/x?a=1&b=2";
const greeting: Instruction[] = [
  {
    kind: "gather",
    url,
    input: ["speech"],
    language: "en-IN",
    prompt: [
      { kind: "say", text: "Hello! How can I help & serve <you>?" },
      { kind: "pause", seconds: 1 },
    ],
  },
  { kind: "say", text: "Goodbye." },
  { kind: "hang_up" },
];

const everything: Instruction[] = [
  { kind: "say", text: "नमस्ते", language: "hi-IN", voice: "Polly.Aditi" },
  { kind: "play", url, loop: 2 },
  { kind: "record", url, statusUrl: url, maxSeconds: 120, finishKey: "#" },
  {
    kind: "dial",
    url,
    callerId: "+15005550006",
    ringSeconds: 20,
    targets: [
      { kind: "number", e164: "+14155550100", screenUrl: url, statusUrl: url },
      { kind: "client", identity: "u_1", parameters: { call: "c1" } },
    ],
    record: { statusUrl: url },
  },
  { kind: "dial", url, targets: [{ kind: "conference", name: "room", waitUrl: url, endOnExit: true }] },
  { kind: "dial", url, targets: [{ kind: "queue", name: "desk" }] },
  { kind: "enqueue", name: "desk", url, waitUrl: url },
  { kind: "leave_queue" },
  {
    kind: "connect_relay",
    url,
    socketUrl: "wss://desk.example.com/relay/t",
    greeting: "Hi",
    parameters: { k: "v" },
  },
  { kind: "connect_stream", url, socketUrl: "wss://desk.example.com/stream/t", statusUrl: url },
  { kind: "start_recording", statusUrl: url },
  { kind: "pay", url, amount: "12.50", currency: "USD" },
  { kind: "send_digits", digits: "1w2#<" },
  { kind: "reject", reason: "busy" },
  { kind: "redirect", url },
];

/** One element per line, to be read. */
function lines(xml: string): string {
  return `\n${xml.replace(/></g, ">\n<")}\n`;
}

describe("TwiML", () => {
  it("of a greeting", () => {
    expect(lines(renderTwiml(greeting))).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <Response>
      <Gather input="speech" action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" timeout="5" speechTimeout="auto" language="en-IN" actionOnEmptyResult="true">
      <Say>Hello! How can I help &amp; serve &lt;you&gt;?</Say>
      <Pause length="1"/>
      </Gather>
      <Say>Goodbye.</Say>
      <Hangup/>
      </Response>
      "
    `);
  });

  it("of every instruction", () => {
    expect(lines(renderTwiml(everything))).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <Response>
      <Say voice="Polly.Aditi" language="hi-IN">नमस्ते</Say>
      <Play loop="2">https://desk.example.com/api/x?a=1&amp;b=2</Play>
      <Record action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" maxLength="120" timeout="5" finishOnKey="#" playBeep="true" recordingStatusCallback="https://desk.example.com/api/x?a=1&amp;b=2#rc=3&amp;rp=5xx,ct,rt" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"/>
      <Dial action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" callerId="+15005550006" timeout="20" answerOnBridge="true" record="record-from-answer-dual" recordingStatusCallback="https://desk.example.com/api/x?a=1&amp;b=2#rc=3&amp;rp=5xx,ct,rt" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent">
      <Number url="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" statusCallback="https://desk.example.com/api/x?a=1&amp;b=2#rc=3&amp;rp=5xx,ct,rt" statusCallbackMethod="POST" statusCallbackEvent="initiated ringing answered completed">+14155550100</Number>
      <Client>
      <Identity>u_1</Identity>
      <Parameter name="call" value="c1"/>
      </Client>
      </Dial>
      <Dial action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" timeout="30">
      <Conference beep="false" endConferenceOnExit="true" waitUrl="https://desk.example.com/api/x?a=1&amp;b=2" waitMethod="POST">room</Conference>
      </Dial>
      <Dial action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" timeout="30" answerOnBridge="true">
      <Queue>desk</Queue>
      </Dial>
      <Enqueue action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" waitUrl="https://desk.example.com/api/x?a=1&amp;b=2" waitUrlMethod="POST">desk</Enqueue>
      <Leave/>
      <Connect action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST">
      <ConversationRelay url="wss://desk.example.com/relay/t" welcomeGreeting="Hi" welcomeGreetingInterruptible="any" interruptible="any" ignoreBackchannel="true" dtmfDetection="true">
      <Parameter name="k" value="v"/>
      </ConversationRelay>
      </Connect>
      <Connect action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST">
      <Stream url="wss://desk.example.com/stream/t" statusCallback="https://desk.example.com/api/x?a=1&amp;b=2#rc=3&amp;rp=5xx,ct,rt" statusCallbackMethod="POST"/>
      </Connect>
      <Start>
      <Recording channels="dual" recordingStatusCallback="https://desk.example.com/api/x?a=1&amp;b=2#rc=3&amp;rp=5xx,ct,rt" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"/>
      </Start>
      <Pay action="https://desk.example.com/api/x?a=1&amp;b=2" chargeAmount="12.50" currency="usd"/>
      <Play digits="1w2#"/>
      <Reject reason="busy"/>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      </Response>
      "
    `);
  });

  it("is what Twilio's own builder writes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (raw) => {
        const text = raw.replace(/[\s\p{C}]+/gu, "-").normalize("NFC");
        const official = new VoiceResponse();
        official.say({ language: "en-IN" }, text);
        official.play({}, `https://x.example/?a=1&b="${text}"`);
        official.redirect({ method: "POST" }, url);
        const ours = renderTwiml([
          { kind: "say", text, language: "en-IN" },
          { kind: "play", url: `https://x.example/?a=1&b="${text}"` },
          { kind: "redirect", url },
        ]);
        expect(ours).toBe(official.toString());
      }),
    );
  });
});

describe("VobizXML", () => {
  it("of a greeting, documented", () => {
    expect(lines(renderVobizXml(greeting))).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <Response>
      <Gather action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" inputType="speech" executionTimeout="5" speechEndTimeout="auto" language="en-IN">
      <Speak>Hello! How can I help &amp; serve &lt;you&gt;?</Speak>
      </Gather>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      <Speak>Goodbye.</Speak>
      <Hangup/>
      </Response>
      "
    `);
  });

  it("of a greeting, in the seeds' spelling", () => {
    expect(lines(renderVobizXml(greeting, "seeds"))).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <Response>
      <Gather action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" input="speech" timeout="5" speechTimeout="auto" language="en-IN">
      <Say>Hello! How can I help &amp; serve &lt;you&gt;?</Say>
      </Gather>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      <Say>Goodbye.</Say>
      <Hangup/>
      </Response>
      "
    `);
  });

  it("of every instruction", () => {
    expect(lines(renderVobizXml(everything))).toMatchInlineSnapshot(`
      "
      <?xml version="1.0" encoding="UTF-8"?>
      <Response>
      <Speak voice="WOMAN" language="hi-IN">नमस्ते</Speak>
      <Play loop="2">https://desk.example.com/api/x?a=1&amp;b=2</Play>
      <Record action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" redirect="true" fileFormat="wav" maxLength="120" timeout="5" finishOnKey="#" playBeep="true" callbackUrl="https://desk.example.com/api/x?a=1&amp;b=2" callbackMethod="POST"/>
      <Record action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" recordSession="true" fileFormat="wav" redirect="false" playBeep="false" maxLength="14400" callbackUrl="https://desk.example.com/api/x?a=1&amp;b=2" callbackMethod="POST"/>
      <Dial action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" redirect="true" callerId="+15005550006" timeout="20" confirmSound="https://desk.example.com/api/x?a=1&amp;b=2" confirmKey="1" callbackUrl="https://desk.example.com/api/x?a=1&amp;b=2" callbackMethod="POST">
      <Number>+14155550100</Number>
      <User>u_1</User>
      </Dial>
      <Conference startConferenceOnEnter="true" endConferenceOnExit="true" action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" redirect="true" waitSound="https://desk.example.com/api/x?a=1&amp;b=2" waitMethod="POST">room</Conference>
      <Conference startConferenceOnEnter="true" endConferenceOnExit="true" action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" redirect="true">desk</Conference>
      <Conference waitSound="https://desk.example.com/api/x?a=1&amp;b=2" waitMethod="POST" startConferenceOnEnter="false" action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" redirect="true">desk</Conference>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      <Stream bidirectional="true" keepCallAlive="true" contentType="audio/x-mulaw;rate=8000" statusCallbackUrl="https://desk.example.com/api/x?a=1&amp;b=2" statusCallbackMethod="POST">wss://desk.example.com/stream/t</Stream>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      <Record action="https://desk.example.com/api/x?a=1&amp;b=2" method="POST" recordSession="true" fileFormat="wav" redirect="false" playBeep="false" maxLength="14400" callbackUrl="https://desk.example.com/api/x?a=1&amp;b=2" callbackMethod="POST"/>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      <DTMF>1w2#</DTMF>
      <Hangup reason="busy"/>
      <Redirect method="POST">https://desk.example.com/api/x?a=1&amp;b=2</Redirect>
      </Response>
      "
    `);
  });

  it("keeps times inside what Vobiz takes", () => {
    const gather = (timeoutSeconds: number, speechEndSeconds: number, maxDigits: number) =>
      renderVobizXml([
        { kind: "gather", url, input: ["keys"], prompt: [], timeoutSeconds, speechEndSeconds, maxDigits },
      ]);
    expect(gather(1, 1, 100)).toContain('executionTimeout="5" speechEndTimeout="2" numDigits="32"');
    expect(gather(99, 99, 1)).toContain('executionTimeout="60" speechEndTimeout="10" numDigits="1"');
  });
});

describe("whatever the text", () => {
  const wild = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      "]]>",
      "<!--",
      "&#0;",
      "\u0000\u0008\u001f\ufffe\uffff",
      "\ud800",
      "</Say><Hangup/>",
      '"><x y="',
    ),
  );

  function instructions(text: string): Instruction[] {
    return [
      { kind: "say", text, language: text, voice: text },
      { kind: "play", url: text },
      {
        kind: "gather",
        url: text,
        input: ["speech", "keys"],
        prompt: [{ kind: "say", text }],
        hints: [text],
      },
      {
        kind: "dial",
        url: text,
        callerId: text,
        targets: [{ kind: "client", identity: text, parameters: { [text]: text } }],
      },
      { kind: "enqueue", name: text, url: text, waitUrl: text },
      { kind: "connect_relay", url: text, socketUrl: text, greeting: text, parameters: { a: text } },
      { kind: "connect_stream", url: text, socketUrl: text },
      { kind: "pay", url: text, description: text },
      { kind: "send_digits", digits: text },
      { kind: "redirect", url: text },
      { kind: "hang_up" },
    ];
  }

  it.each([
    ["TwiML", renderTwiml],
    ["VobizXML", (list: Instruction[]) => renderVobizXml(list)],
    ["the seeds' VobizXML", (list: Instruction[]) => renderVobizXml(list, "seeds")],
  ])("%s is well-formed, has the same elements and says nothing else", (_, render) => {
    const calm = names(render(instructions("calm")));
    fc.assert(
      fc.property(wild, (text) => {
        const found = names(render(instructions(text)));
        expect(found.filter((name) => !calm.includes(name))).toEqual([]);
        expect(found.filter((name) => name === "Hangup")).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it("a very long text is cut, never in the middle of a character", () => {
    const xml = renderTwiml([{ kind: "say", text: "😀".repeat(50_000) }]);
    expect(names(xml)).toEqual(["Response", "Say"]);
    expect(xml.length).toBeLessThan(3_200);
    expect(xml.isWellFormed()).toBe(true);
  });
});

function names(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => found.push(tag.name));
  parser.write(xml).close();
  return found;
}
