import { addQuiet, hear, type Interruption, type StreamInfo, speakingSeconds } from "../call";
import { listenToCaller } from "./listen-to-caller";
import type { MediaPump } from "./media-pump";
import type { Socket } from "./open-socket";
import { decodeSpoken, encodeSpoken } from "./spoken-bytes";

export type StreamEnding = "closed" | "hangUp" | "changed";

/** Real milliseconds: how long the product may take to begin to speak, and the pause that ends its turn. */
const longest = { begin: 8_000, pause: 400 };

const BYTES_PER_SECOND = 8000;

/** One conversation over sound: the product plays, the caller answers. */
export async function talkByStream(info: StreamInfo, socket: Socket, pump: MediaPump): Promise<StreamEnding> {
  const { call } = info;
  for (let wait = 1_500; ; ) {
    const turn = await hearTurn(info, socket, pump, wait);
    if (turn === "closed") return "closed";
    const input = turn ?? (await listenToCaller(call, socket));
    if (input === "other") {
      wait = longest.begin;
      continue;
    }
    if (input && "changed" in input) return "changed";
    if (!input || "hangUp" in input.did) return "hangUp";
    if ("say" in input.did) {
      const seconds = speakingSeconds(input.did.say);
      await pump.say(encodeSpoken(input.did.say, seconds));
      if (!call.options.isInteractive) call.seconds += seconds;
      wait = longest.begin;
    } else {
      for (const digit of input.did.press) press(info, socket, pump, digit);
      wait = 1_000;
    }
  }
}

function press(info: StreamInfo, socket: Socket, pump: MediaPump, digit: string): void {
  const frame = info.call.carrier.streamFrames.digit(info, digit, pump.nextCount());
  if (frame) socket.send(frame);
}

/** Collects sound until the product pauses, then lets the caller hear it; marks come back once they were reached. */
async function hearTurn(
  info: StreamInfo,
  socket: Socket,
  pump: MediaPump,
  begin: number,
): Promise<"closed" | Interruption | null> {
  const { call } = info;
  const { read, marked, cleared } = call.carrier.streamFrames;
  let sound = Buffer.alloc(0);
  const marks: string[] = [];
  for (;;) {
    const wait = sound.length > 0 ? longest.pause : begin;
    const asked = performance.now();
    const arrived = await socket.next(wait);
    if (sound.length === 0 && arrived !== "late") addQuiet(call, (performance.now() - asked) / 1000);
    if (arrived === "closed") return "closed";
    if (arrived === "late") break;
    const input = read(arrived.json);
    if (input.kind === "audio") sound = Buffer.concat([sound, input.bytes]);
    else if (input.kind === "mark" && sound.length > 0) marks.push(input.name);
    else if (input.kind === "mark")
      socket.send(marked(info, input.name, pump.nextCount())); // nothing before it is left to play
    else if (input.kind === "stop") return "closed";
    else if (input.kind === "clear") {
      sound = Buffer.alloc(0);
      const answer = cleared(info);
      if (answer) socket.send(answer);
    }
  }
  const interruption = sound.length > 0 ? await play(info, sound) : null;
  for (const name of marks) socket.send(marked(info, name, pump.nextCount()));
  return interruption;
}

async function play({ call }: StreamInfo, sound: Buffer): Promise<Interruption | null> {
  const text = decodeSpoken(sound).join(" ");
  const seconds = sound.length / BYTES_PER_SECOND;
  return hear(call, { ...(text ? { text } : {}), tone: "voice", seconds }, "prompt");
}
