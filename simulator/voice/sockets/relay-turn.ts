import type { RelayStep } from "../../instructions";
import {
  addQuiet,
  complain,
  hear,
  type Interruption,
  type LiveCall,
  type RelayTurn,
  speakingSeconds,
} from "../call";
import type { Mode } from "../line";
import type { Frame, Socket } from "./open-socket";
import { failed, type RelayEnding } from "./relay-ending";
import { type RelayFrame, readRelayFrame } from "./relay-frames";

/** What came of listening to the product: the end of the session, a caller who cut in, or neither. */
export type Turn = { ending: RelayEnding | null; interruption: Interruption | null };

/** After the last token more may follow at once: an answer behind a filler. Real milliseconds. */
const SETTLE_MS = 120;

const MOST_UNKNOWN_FRAMES = 10;

/** Hears the product's next turn sentence by sentence, until its last token, its end, or the caller's interruption. */
export async function hearTurn(
  call: LiveCall,
  step: RelayStep,
  socket: Socket,
  longestWait: number,
  metrics: RelayTurn | null,
): Promise<Turn> {
  const begun = performance.now();
  let sentence = "";
  let wait = longestWait;
  for (let unknown = 0; ; ) {
    const asked = performance.now();
    const arrived = await socket.next(wait);
    passReal(call, asked, arrived, wait);
    if (arrived === "late") return nothing;
    if (arrived === "closed") return ended(failed("64105", "The WebSocket ended before the session did"));
    const frame = read(call, socket, arrived);
    unknown = frame ? 0 : unknown + 1;
    if (unknown >= MOST_UNKNOWN_FRAMES) {
      socket.close(1007, "Too many frames that are not known");
      return ended(failed("64105", "Ten frames in a row were not known"));
    }
    if (!frame) continue;
    if (frame.type === "end") {
      await speak(call, step, socket, sentence, frame);
      return ended({
        kind: "over",
        status: "ended",
        handoff: frame.handoffData ?? null,
        error: null,
        stopped: null,
      });
    }
    if (frame.type === "text") {
      note(metrics, begun);
      sentence += frame.token;
      if (!frame.last && !isWhole(sentence)) continue;
    }
    const interruption = await speak(call, step, socket, sentence, frame);
    sentence = "";
    if (interruption) return { ending: null, interruption };
    if (frame.type === "text" && frame.last) wait = SETTLE_MS;
  }
}

const nothing: Turn = { ending: null, interruption: null };

function ended(ending: RelayEnding): Turn {
  return { ending, interruption: null };
}

/** Real time is the caller's time here; waiting for words is silence, a settled turn is not. */
function passReal(call: LiveCall, asked: number, arrived: Frame | "closed" | "late", wait: number): void {
  if (wait === SETTLE_MS && arrived === "late") return;
  const seconds = (performance.now() - asked) / 1000;
  if (!call.options.isInteractive) call.seconds += seconds;
  addQuiet(call, seconds);
}

function read(call: LiveCall, socket: Socket, { json, text }: Frame): RelayFrame | null {
  const frame = readRelayFrame(json);
  if (typeof frame !== "string") return frame;
  complain(call, "64107", `A frame could not be used: ${text.slice(0, 120)}`);
  socket.send({ type: "error", description: frame });
  return null;
}

function note(metrics: RelayTurn | null, begun: number): void {
  if (!metrics) return;
  const milliseconds = Math.round((performance.now() - begun) * 100) / 100;
  metrics.firstTokenMs ??= milliseconds;
  metrics.lastTokenMs = milliseconds;
  metrics.tokens += 1;
}

function isWhole(sentence: string): boolean {
  return /[.!?…।॥]["')\]]?\s*$/.test(sentence) && sentence.trim().length > 1;
}

async function speak(
  call: LiveCall,
  step: RelayStep,
  socket: Socket,
  sentence: string,
  frame: RelayFrame,
): Promise<Interruption | null> {
  const sound = soundOf(sentence, frame);
  if (!sound) return null;
  const mayStop = frame.type === "text" || frame.type === "play" ? frame.interruptible : false;
  const mode: Mode = (mayStop ?? step.interruptible.speech) ? "prompt" : "announcement";
  const interruption = await hear(call, { ...sound, language: step.language }, mode);
  if (interruption && !("changed" in interruption) && !("hangUp" in interruption.did)) {
    const share = Math.min(1, interruption.after / sound.seconds);
    const utteranceUntilInterrupt = sentence.slice(0, Math.ceil(sentence.length * share)).trim();
    const durationUntilInterruptMs = Math.round(interruption.after * 1000);
    socket.send({ type: "interrupt", utteranceUntilInterrupt, durationUntilInterruptMs });
    socket.drop();
  }
  return interruption;
}

function soundOf(sentence: string, frame: RelayFrame) {
  if (frame.type === "play") return { play: frame.source, seconds: 5 * Math.max(1, frame.loop) };
  if (frame.type === "sendDigits") return { digits: frame.digits, seconds: frame.digits.length * 0.5 };
  const text = sentence.trim();
  return text ? { text, seconds: speakingSeconds(text) } : null;
}
