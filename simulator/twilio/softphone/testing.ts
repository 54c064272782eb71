import { WebSocket } from "ws";
import { openSoundLeg, type SoundLeg } from "../../voice/sound/sound-leg";

type Frame = { type: string; payload: Record<string, unknown> };

/** A browser as the SDK is one, without the browser: it says who it is, registers, rings and has a microphone. */
export type TestBrowser = {
  send(type: string, payload: object): void;
  /** The first frame of the type; waits up to 30 seconds. */
  until(type: string): Promise<Frame["payload"]>;
  frames: Frame[];
  /** Takes the call that rings. */
  answer(): Promise<{ callsid: string; microphone: SoundLeg }>;
  close(): void;
};

/** Connects to a simulator's signalling with an access token. */
export async function openBrowser(simulatorUrl: string, token: string): Promise<TestBrowser> {
  const socket = new WebSocket(`${simulatorUrl.replace("http", "ws")}/signal`);
  const frames: Frame[] = [];
  socket.on("message", (data) => data.toString().trim() && frames.push(JSON.parse(data.toString())));
  await new Promise((resolve) => socket.once("open", resolve));
  const send = (type: string, payload: object) =>
    socket.send(JSON.stringify({ type, payload, version: "1.6" }));
  const until = async (type: string): Promise<Frame["payload"]> => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = frames.find((frame) => frame.type === type);
      if (found) return found.payload;
      if (Date.now() > deadline) throw new Error(`No frame "${type}" came within 30 seconds.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const answer = async () => {
    const invite = await until("invite");
    const callsid = String(invite.callsid);
    const microphone = openSoundLeg();
    send("answer", { callsid, sdp: await microphone.answer(String(invite.sdp)) });
    await until("answer");
    return { callsid, microphone };
  };
  send("listen", { token, browserinfo: {}, reconnectTimeout: 0 });
  return { send, until, frames, answer, close: () => socket.close() };
}

/** {@link openBrowser}, ready to be rung. */
export async function openRegistered(simulatorUrl: string, token: string): Promise<TestBrowser> {
  const browser = await openBrowser(simulatorUrl, token);
  await browser.until("connected");
  browser.send("register", { media: {} });
  await browser.until("ready");
  return browser;
}
