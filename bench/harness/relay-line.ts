import { once } from "node:events";
import { WebSocket } from "ws";
import { sharedNow } from "./measure";

/** One turn on a relay socket, in milliseconds of the shared clock. */
export type Turn = { sent: number; firstFrame: number; frames: number[]; ended: Promise<void> };

/** A caller's end of a relay socket. */
export type RelayLine = {
  /** Says something; the first frame of the reply may be waited for. */
  say(text: string): { turn: Turn; begun: Promise<void> };
  /** Speaks over the reply; returns when that was. */
  interrupt(): number;
  /** Sends a frame that the floor sends back; milliseconds until it is here again. */
  echo(): Promise<number>;
  close(): void;
};

/** Opens a socket and tells it which call it is. */
export async function openRelayLine(
  port: number,
  path: string,
  headers: Record<string, string>,
  callSid: string,
): Promise<RelayLine> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, perMessageDeflate: false });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "setup", callSid }));
  let onFrame: (frame: { type: string; last?: boolean }, at: number) => void = () => {};
  socket.on("message", (data) => {
    const at = sharedNow();
    onFrame(JSON.parse(String(data)), at);
  });
  return {
    say: (text) => {
      const { turn, begun, take } = newTurn();
      onFrame = take;
      turn.sent = sharedNow();
      socket.send(JSON.stringify({ type: "prompt", voicePrompt: text, lang: "en-US", last: true }));
      return { turn, begun };
    },
    interrupt: () => {
      const at = sharedNow();
      socket.send(JSON.stringify({ type: "interrupt", utteranceUntilInterrupt: "Our garden" }));
      return at;
    },
    echo: () => {
      const sent = sharedNow();
      return new Promise((resolve) => {
        onFrame = (_frame, at) => resolve(at - sent);
        socket.send(JSON.stringify({ type: "echo" }));
      });
    },
    close: () => socket.terminate(),
  };
}

function newTurn() {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const turn: Turn = { sent: 0, firstFrame: Number.NaN, frames: [], ended: ended.promise };
  const take = (frame: { type: string; last?: boolean }, at: number) => {
    if (frame.type !== "text") return;
    if (turn.frames.length === 0) turn.firstFrame = at;
    turn.frames.push(at);
    begun.resolve();
    if (frame.last) ended.resolve();
  };
  return { turn, begun: begun.promise, take };
}
