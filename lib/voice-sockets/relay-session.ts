import type { Exchange } from "@/lib/calls";
import type { RelayCodec, RelayFrame } from "@/lib/carriers";
import { askAgain, phrase } from "@/lib/flows";
import { newId } from "@/lib/kernel/ids";
import { lastQuestion } from "@/lib/language";
import type { Conversing, Dialog, Said, TurnOutcome } from "@/lib/receptionist";

/** What a session does to the world; injected, so that it can be tested and timed without sockets or database. */
export type RelayPorts = {
  codec: RelayCodec;
  send: (frame: string) => void;
  takeTurn: (
    conversing: Conversing,
    input: { turnId: string; said: string; history: readonly Said[]; dialog: Dialog; toolCallsSoFar: number },
    hooks: { onText: (piece: string) => void; signal: AbortSignal },
  ) => Promise<TurnOutcome>;
  /** Writes down what was said and decided; never on the path of a reply. */
  keep: (turn: KeptTurn) => void;
  setTimer: (work: () => void, milliseconds: number) => () => void;
};

/** One exchange for the transcript. */
export type KeptTurn = Exchange;

/** Where a session begins: everything a turn needs is in memory, so that no reply waits for the database. */
export type RelayStart = {
  conversing: Conversing;
  history: Said[];
  dialog: Dialog;
  toolCalls: number;
  language: string;
};

export type RelaySession = { take: (frame: RelayFrame) => void; close: () => void };

const silenceMilliseconds = 12_000;
const mostSilences = 3;

/**
 * One conversation over a relay socket. Pieces of the reply go out as they come; when the caller speaks in between,
 * the model is aborted at once and no piece of the old reply follows.
 */
export function startRelaySession(start: RelayStart, ports: RelayPorts): RelaySession {
  const { conversing } = start;
  const history = [...start.history];
  let { dialog, toolCalls, language } = start;
  let turns = 0;
  let silences = 0;
  let running: { abort: AbortController; turnId: string; said: string; spoken: string } | null = null;
  let isOver = false;
  let stopSilence: () => void = () => {};
  const stopClock = ports.setTimer(() => sayAndEnd("limit"), conversing.receptionist.limits.minutes * 60_000);

  watchSilence();
  return { take, close };

  function take(frame: RelayFrame): void {
    if (isOver) return;
    if (frame.kind === "interrupted") interrupt(frame.heard);
    else if (frame.kind === "digit") hear(`(pressed ${frame.digit})`);
    else if (frame.kind === "said" && frame.isFinal) hear(frame.text.trim());
  }

  function hear(said: string): void {
    interrupt(null);
    stopSilence();
    if (said === "") {
      watchSilence();
      return;
    }
    silences = 0;
    turns += 1;
    if (turns > conversing.receptionist.limits.turns) sayAndEnd("limit");
    else void answer(said);
  }

  async function answer(said: string): Promise<void> {
    const turnId = newId();
    const mine = { abort: new AbortController(), turnId, said, spoken: "" };
    running = mine;
    const outcome = await ports.takeTurn(
      conversing,
      { turnId, said, history: [...history], dialog, toolCallsSoFar: toolCalls },
      { signal: mine.abort.signal, onText: speak },
    );
    if (mine.abort.signal.aborted) return;
    running = null;
    finish(turnId, said, mine.spoken, outcome);

    function speak(piece: string): void {
      if (mine.abort.signal.aborted || isOver) return;
      mine.spoken += piece;
      ports.send(ports.codec.text(piece, false));
    }
  }

  function finish(turnId: string, said: string, spoken: string, outcome: TurnOutcome): void {
    ports.send(ports.codec.text(restOf(outcome.text, spoken), true));
    dialog = outcome.dialog;
    toolCalls += outcome.tools.length;
    language = outcome.language ?? language;
    keepTurn(turnId, said, outcome.text, outcome);
    if (outcome.next.do === "listen") watchSilence();
    else end({ ...outcome.next, next: outcome.next.do });
  }

  function keepTurn(turnId: string, said: string, replied: string, outcome: TurnOutcome | null): void {
    history.push({ speaker: "caller", text: said });
    if (replied) history.push({ speaker: "assistant", text: replied });
    ports.keep({ turnId, said, replied, isInterrupted: outcome === null, outcome });
  }

  /** The model learns only what the caller really heard. */
  function interrupt(heard: string | null): void {
    if (running) {
      const { abort, turnId, said, spoken } = running;
      running = null;
      abort.abort();
      keepTurn(turnId, said, heard ?? spoken, null);
      return;
    }
    const last = history.at(-1);
    if (heard !== null && last?.speaker === "assistant")
      history[history.length - 1] = { speaker: "assistant", text: heard };
  }

  function watchSilence(): void {
    stopSilence();
    stopSilence = ports.setTimer(() => {
      silences += 1;
      if (silences >= mostSilences) return sayAndEnd("goodbyeSilence");
      const said = history.findLast(({ speaker }) => speaker === "assistant")?.text ?? "";
      ports.send(ports.codec.text(askAgain("stillThere", lastQuestion(said), language), true));
      watchSilence();
    }, silenceMilliseconds);
  }

  function sayAndEnd(name: "limit" | "goodbyeSilence"): void {
    if (isOver) return;
    interrupt(null);
    ports.send(ports.codec.text(phrase(name, language), true));
    end({ next: "hang_up" });
  }

  function end(handoff: object): void {
    isOver = true;
    stopSilence();
    stopClock();
    ports.send(ports.codec.end(JSON.stringify(handoff)));
  }

  function close(): void {
    isOver = true;
    interrupt(null);
    stopSilence();
    stopClock();
  }
}

/** What of a reply was not yet sent in pieces; all of it when it came whole or was written anew. */
function restOf(text: string, spoken: string): string {
  return text.startsWith(spoken) ? text.slice(spoken.length) : ` ${text}`;
}
