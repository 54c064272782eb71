import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { demoToken } from "../testing";
import { signRequest } from "../webhooks/sign-request";
import { decodeSpoken, encodeSpoken } from "./sockets/spoken-bytes";
import { type CallStage, startCallStage, textsOf, vobizNumber } from "./testing";

type Frame = Record<string, unknown> & { type?: string; event?: string };
type Talk = (socket: WebSocket, frame: Frame, request: IncomingMessage) => void;

let stage: CallStage;
let url = "";
let talk: Talk = () => {};
const frames: Frame[] = [];
const server = createServer();
const sockets = new WebSocketServer({ server });

beforeAll(async () => {
  stage = await startCallStage();
  sockets.on("connection", (socket, request) => {
    socket.on("message", (data) => {
      const frame: Frame = JSON.parse(data.toString());
      frames.push(frame);
      talk(socket, frame, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `ws://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/voice`;
});

beforeEach(() => {
  frames.length = 0;
  stage.product.answers.clear();
});

afterAll(async () => {
  await stage.close();
  for (const socket of sockets.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

const answerPath = "/api/twilio/demo/answer";
const relay = (attributes = "") =>
  `<Connect action="/over"><ConversationRelay url="${url}" ${attributes}/></Connect>`;
const say = (socket: WebSocket, ...tokens: string[]) =>
  tokens.forEach((token, index) => {
    socket.send(JSON.stringify({ type: "text", token, last: index === tokens.length - 1 }));
  });

describe("ConversationRelay", () => {
  it("signs its upgrade, sets up, passes words and keys, and hands over", async () => {
    stage.answer(answerPath, relay('welcomeGreeting="Hello" dtmfDetection="true"'));
    stage.answer("/over", "<Say>One moment</Say><Hangup/>");
    let signature: unknown;
    talk = (socket, frame, request) => {
      signature = request.headers["x-twilio-signature"];
      if (frame.type === "prompt") say(socket, "We are ", "open ", "till five.");
      if (frame.type === "dtmf") socket.send(JSON.stringify({ type: "end", handoffData: '{"to":"desk"}' }));
    };
    const call = await stage.call([{ say: "When do you close?" }, { press: "0" }]);
    expect(signature).toBe(signRequest(demoToken, url, []));
    expect(frames.map(({ type }) => type)).toEqual(["setup", "prompt", "dtmf"]);
    expect(frames[0]).toMatchObject({ callSid: call.callId, from: "+14155552671", customParameters: {} });
    expect(frames[1]).toEqual({
      type: "prompt",
      voicePrompt: "When do you close?",
      lang: "en-US",
      last: true,
    });
    expect(textsOf(call)).toEqual(["Hello", "We are open till five.", "One moment"]);
    expect(call.requests[1]?.params).toMatchObject({ SessionStatus: "ended", HandoffData: '{"to":"desk"}' });
    expect(call.relayTurns[0]).toMatchObject({ prompt: "When do you close?", tokens: 3 });
  });

  it("is interrupted while it speaks", async () => {
    stage.answer(answerPath, relay());
    const long = "We offer cleaning, whitening, fillings, crowns, implants and many other treatments.";
    talk = (socket, frame) => {
      if (frame.type === "setup") say(socket, long);
      if (frame.type === "prompt") say(socket, "Of course.");
    };
    const call = await stage.call([{ say: "Stop", after: 2 }, { hangUp: true }]);
    const interrupt = frames.find(({ type }) => type === "interrupt");
    expect(interrupt).toMatchObject({ durationUntilInterruptMs: 2000 });
    expect(long.startsWith(String(interrupt?.utteranceUntilInterrupt))).toBe(true);
    expect(textsOf(call)).toEqual([long, "Of course."]);
    expect(call.requests[1]?.params).toMatchObject({ SessionStatus: "completed" });
  });

  it("asks the action when the socket drops, and lets the call go on", async () => {
    stage.answer(answerPath, relay());
    stage.answer("/over", "<Say>We were cut off</Say><Hangup/>");
    talk = (socket, frame) => {
      if (frame.type === "setup") socket.terminate();
    };
    const call = await stage.call([]);
    expect(call.requests[1]?.params).toMatchObject({ SessionStatus: "failed", ErrorCode: "64105" });
    expect(textsOf(call)).toEqual(["We were cut off"]);
  });

  it("fails with 39001 when nobody listens there", async () => {
    stage.answer(answerPath, relay().replace(url, "ws://127.0.0.1:9/none"));
    stage.answer("/over", "<Hangup/>");
    expect((await stage.call([])).requests[1]?.params).toMatchObject({
      SessionStatus: "failed",
      ErrorCode: "39001",
    });
  });

  it("names a frame that it cannot use", async () => {
    stage.answer(answerPath, relay());
    talk = (socket, frame) => {
      if (frame.type === "setup") socket.send(JSON.stringify({ type: "speak", text: "Hi" }));
      if (frame.type === "error") socket.send(JSON.stringify({ type: "end" }));
    };
    const call = await stage.call([]);
    expect(call.problems[0]?.code).toBe("64107");
  });
});

describe("media streams", () => {
  const answerByVoice =
    (wrap: (sound: string, frame: Frame) => object): Talk =>
    (socket, frame) => {
      const { media } = frame;
      if (typeof media !== "object" || media === null || !("payload" in media)) return;
      const [heard] = decodeSpoken(Buffer.from(String(media.payload), "base64"));
      if (heard)
        socket.send(JSON.stringify(wrap(encodeSpoken(`You said ${heard}`, 1).toString("base64"), frame)));
    };

  it("carry the caller's voice and the product's at Twilio", async () => {
    stage.answer(
      answerPath,
      `<Connect><Stream url="${url}"><Parameter name="a" value="b"/></Stream></Connect>`,
    );
    talk = answerByVoice((payload, { streamSid }) => ({ event: "media", streamSid, media: { payload } }));
    const call = await stage.call([{ say: "hello" }, { hangUp: true }]);
    expect(frames.slice(0, 2).map(({ event }) => event)).toEqual(["connected", "start"]);
    expect(frames[1]).toMatchObject({ start: { callSid: call.callId, customParameters: { a: "b" } } });
    expect(textsOf(call)).toEqual(["You said hello"]);
    expect(frames.at(-1)?.event).toBe("stop");
  });

  it("carry them at Vobiz in its own frames", async () => {
    const attributes = 'bidirectional="true" keepCallAlive="true" contentType="audio/x-mulaw;rate=8000"';
    stage.answer("/api/vobiz/pragati/answer", `<Stream ${attributes}>${url}</Stream>`);
    talk = answerByVoice((payload) => ({
      event: "playAudio",
      streamId: "s",
      media: { contentType: "audio/x-mulaw", sampleRate: 8000, payload },
    }));
    const call = await stage.call([{ say: "namaste" }, { hangUp: true }], { to: vobizNumber });
    expect(frames[0]).toMatchObject({ event: "start", start: { callId: call.callId } });
    expect(textsOf(call)).toEqual(["You said namaste"]);
  });

  it("run beside the call when they are started", async () => {
    talk = () => {};
    stage.answer(
      answerPath,
      `<Start><Stream url="${url}" name="ear"/></Start><Say>Hello</Say><Stop><Stream name="ear"/></Stop>`,
    );
    const call = await stage.call([]);
    expect(textsOf(call)).toEqual(["Hello"]);
    await expect.poll(() => frames.map(({ event }) => event)).toContain("stop");
  });
});
