import type { Exchange } from "@/lib/calls";
import { newId } from "@/lib/kernel/ids";
import type { Dialog, Next, ToolTrace } from "@/lib/receptionist";

/**
 * Pairs what the caller said with what was answered and hands each pair on once, in order. The words of the caller are
 * often known only after the answer to them.
 */
export type Transcript = {
  /** The caller has begun to say something; its words come later. */
  expectWords(): void;
  hear(words: string): void;
  /** An answer begins, to everything that the caller has said until now. */
  begin(): void;
  speak(words: string): void;
  use(tool: ToolTrace): void;
  /** An answer is complete, or was cut short. */
  complete(end: Ending): void;
  /** Nothing more is coming. */
  close(): void;
};

type Ending = { next: Next | null; dialog: Dialog; isInterrupted: boolean };
type Waiting = { exchange: Exchange; wantsWords: boolean };

/** A transcript of one stream session. */
export function startTranscript(keep: (exchange: Exchange) => void): Transcript {
  let awaited = 0;
  let said = "";
  let replied = "";
  let isAnswer = false;
  let tools: ToolTrace[] = [];
  const finished: Waiting[] = [];
  return {
    expectWords: () => {
      awaited += 1;
    },
    hear,
    begin: () => {
      isAnswer = awaited > 0 || said !== "";
    },
    speak: (words) => {
      replied = joined(replied, words);
    },
    use: (tool) => void tools.push(tool),
    complete,
    close: () => {
      if (replied !== "" || said !== "" || tools.length > 0)
        complete({ next: null, dialog: {}, isInterrupted: true });
      awaited = 0;
      flush();
    },
  };

  function hear(words: string): void {
    awaited = Math.max(0, awaited - 1);
    const open = finished.find((one) => one.wantsWords);
    if (open) {
      open.exchange.said = words.trim();
      open.wantsWords = false;
    } else said = joined(said, words);
    flush();
  }

  function complete({ next, dialog, isInterrupted }: Ending): void {
    if (said === "" && replied === "" && tools.length === 0) return;
    const outcome = {
      ...{ text: replied, next: next ?? { do: "listen" as const }, dialog, tools },
      ...{ source: "model" as const, firstTokenMilliseconds: null },
    };
    const isBare = isInterrupted && tools.length === 0;
    finished.push({
      exchange: { turnId: newId(), said, replied, isInterrupted, outcome: isBare ? null : outcome },
      wantsWords: isAnswer && said === "",
    });
    [said, replied, tools, isAnswer] = ["", "", [], false];
    flush();
  }

  function flush(): void {
    while (finished[0] && (awaited === 0 || !finished[0].wantsWords)) {
      const [first] = finished.splice(0, 1);
      if (first) keep(first.exchange);
    }
  }
}

function joined(before: string, words: string): string {
  return [before, words.trim()].filter((part) => part !== "").join(" ");
}
