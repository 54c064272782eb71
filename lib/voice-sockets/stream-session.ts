import type { Exchange } from "@/lib/calls";
import type { MediaCodec, MediaFrame } from "@/lib/carriers";
import { phrase } from "@/lib/flows";
import type { Dialog, Next, ToolTrace } from "@/lib/receptionist";
import { followPlayback } from "./playback";
import {
  appendSound,
  askToSpeak,
  cancelAnswer,
  cutAnswer,
  type RealtimeEvent,
  sessionUpdate,
  toolResult,
  userText,
} from "./realtime-events";
import { startTranscript } from "./transcript";

/** What a stream session does to the world. */
export type StreamPorts = {
  codec: MediaCodec;
  toCarrier: (frame: string) => void;
  toModel: (event: string) => void;
  /** Runs one of the receptionist's tools under all its rules; never throws. */
  performTool: (call: {
    id: string;
    name: string;
    arguments: string;
  }) => Promise<{ trace: ToolTrace; next: Next | null; dialog: Dialog }>;
  keep: (exchange: Exchange) => void;
  /** Ends the stream; the flow goes on with what was decided, by gather when nothing was. */
  end: (next: Next | null) => void;
  setTimer: (work: () => void, milliseconds: number) => () => void;
};

export type StreamSetup = {
  instructions: string;
  tools: readonly object[];
  voice: string;
  greeting: string;
  language: string;
  minutes: number;
  toolCalls: number;
};

export type StreamSession = {
  fromCarrier: (frame: MediaFrame) => void;
  fromModel: (event: RealtimeEvent) => void;
  /** The model's side is gone. */
  loseModel: () => void;
  close: () => void;
};

// A caller must hear something within about three seconds; a model that has not begun by then does not get the chance.
const mostSilentMilliseconds = 2_800;
// A carrier's mark can get lost; what was decided happens all the same.
const markGraceMilliseconds = 3_000;
const silenceMilliseconds = 12_000;
const mostSilences = 3;
// The receptionist refuses tools beyond its limit; a model that goes on asking is not listening any more.
const mostRefusals = 5;

/**
 * Bridges a caller's sound to a realtime model. The caller's speech empties what is queued at the carrier at once; a
 * decision of the model (goodbye, transfer) is carried out when its last words have been played. A model that is silent,
 * fails or goes away hands the call back to the flow.
 */
export function startStreamSession(setup: StreamSetup, ports: StreamPorts): StreamSession {
  const transcript = startTranscript(ports.keep);
  const playback = followPlayback();
  let streamId: string | null = null;
  let answer: { hasSounded: boolean } | null = null;
  let isHushed = false;
  let isAskedAgain = false;
  let decided: Next | null = null;
  let dialog: Dialog = {};
  let toolsRunning = 0;
  let toolCalls = 0;
  let marks = 0;
  let silences = 0;
  let isOver = false;
  let stopWatch: () => void = () => {};
  let stopMark: () => void = () => {};
  let stopSilence: () => void = () => {};
  const stopClock = ports.setTimer(() => end(null), setup.minutes * 60_000);
  return { fromCarrier, fromModel, loseModel: () => end(decided), close };

  function fromCarrier(frame: MediaFrame): void {
    if (isOver) return;
    if (frame.kind === "start") begin(frame.streamId);
    else if (frame.kind === "sound") listen(frame.payload);
    else if (frame.kind === "digit") press(frame.digit);
    else if (frame.kind === "played" && frame.mark === `said-${marks}`) carryOut();
    else if (frame.kind === "stop") close();
  }

  function begin(id: string): void {
    streamId = id;
    ports.toModel(sessionUpdate(setup));
    ask(setup.greeting);
  }

  function listen(payload: string): void {
    playback.pass(payload);
    ports.toModel(appendSound(payload));
  }

  function press(digit: string): void {
    beHeard();
    transcript.hear(`(pressed ${digit})`);
    ports.toModel(userText(`(pressed ${digit})`));
    ask();
  }

  /** Asks for an answer; while one is being made, after it: two at once are an error. */
  function ask(words?: string): void {
    isAskedAgain = answer !== null;
    if (isAskedAgain) return;
    ports.toModel(askToSpeak(words));
    watch();
  }

  function watch(): void {
    stopWatch();
    stopWatch = ports.setTimer(() => end(decided), mostSilentMilliseconds);
  }

  function fromModel(event: RealtimeEvent): void {
    if (isOver || !streamId) return;
    if (event.kind === "begun") beginAnswer();
    else if (event.kind === "sound") play(streamId, event.payload, event.itemId);
    else if (event.kind === "speech_started") interrupt(streamId);
    else if (event.kind === "speech_stopped") watch();
    else if (event.kind === "heard") transcript.hear(event.text);
    else if (event.kind === "spoken") transcript.speak(event.text);
    else if (event.kind === "tool") void workTool(event);
    else if (event.kind === "done") finishAnswer(streamId, event.status);
    else if (event.kind === "failed" && event.isFatal) end(decided);
  }

  function beHeard(): void {
    silences = 0;
    stopSilence();
  }

  /** Nobody spoke since the last answer was played: asked twice, then goodbye. */
  function watchSilence(milliseconds: number): void {
    stopSilence();
    stopSilence = ports.setTimer(() => {
      silences += 1;
      if (silences >= mostSilences) decided = { do: "hang_up" };
      ask(phrase(decided ? "goodbyeSilence" : "stillThere", setup.language));
    }, milliseconds);
  }

  function beginAnswer(): void {
    transcript.begin();
    answer = { hasSounded: false };
    isHushed = false;
  }

  function play(id: string, payload: string, itemId: string): void {
    if (isHushed) return; // pieces of an answer that the caller has cut short
    stopWatch();
    if (answer) answer.hasSounded = true;
    playback.play(payload, itemId);
    ports.toCarrier(ports.codec.sound(id, payload));
  }

  function interrupt(id: string): void {
    beHeard();
    stopWatch();
    stopMark();
    transcript.expectWords();
    decided = null;
    isAskedAgain = false;
    const heard = playback.current();
    playback.clear();
    ports.toCarrier(ports.codec.clear(id));
    if (answer) ports.toModel(cancelAnswer());
    isHushed = answer !== null;
    if (heard?.itemId) ports.toModel(cutAnswer(heard.itemId, heard.heardMilliseconds));
  }

  async function workTool(call: { id: string; name: string; arguments: string }): Promise<void> {
    toolCalls += 1;
    if (toolCalls > setup.toolCalls + mostRefusals) return end(null);
    toolsRunning += 1;
    stopWatch();
    const hasSounded = answer?.hasSounded ?? false;
    const result = await ports.performTool(call);
    toolsRunning -= 1;
    if (isOver) return;
    dialog = result.dialog;
    decided = result.next ?? decided;
    transcript.use(result.trace);
    ports.toModel(toolResult(call.id, result.trace.result));
    // A goodbye that was said along with the decision is not said twice.
    if (result.next === null || !hasSounded) ask();
    else if (!answer && streamId) markEnd(streamId);
  }

  function finishAnswer(id: string, status: string): void {
    const { hasSounded } = answer ?? { hasSounded: false };
    answer = null;
    if (status !== "failed")
      transcript.complete({ next: decided, dialog, isInterrupted: status === "cancelled" });
    if (status === "cancelled" || toolsRunning > 0) return;
    if (status === "failed") end(decided);
    else if (isAskedAgain) ask();
    else if (hasSounded) markEnd(id);
    else end(decided); // nothing to hear and nothing to wait for
  }

  /** Played to here: a decision is carried out only after the caller heard the words that announce it. */
  function markEnd(id: string): void {
    marks += 1;
    ports.toCarrier(ports.codec.mark(id, `said-${marks}`));
    const left = playback.current()?.leftMilliseconds ?? 0;
    stopMark();
    if (decided) stopMark = ports.setTimer(carryOut, left + markGraceMilliseconds);
    else watchSilence(left + silenceMilliseconds);
  }

  function carryOut(): void {
    if (decided && !answer && toolsRunning === 0) end(decided);
  }

  function end(next: Next | null): void {
    if (isOver) return;
    close();
    ports.end(next);
  }

  function close(): void {
    if (isOver) return;
    isOver = true;
    stopClock();
    stopWatch();
    stopMark();
    stopSilence();
    transcript.close();
  }
}
