"use client";
import { useRef, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { RehearsalReply } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import type { DeskState } from "../desk/desk-store";

/** One line of the rehearsal; what the receptionist did for it stands with its answer. */
export type TryLine = {
  id: number;
  speaker: "caller" | "assistant";
  text: string;
  reply?: RehearsalReply;
  isProblem?: boolean;
};

export type Rehearsing = ReturnType<typeof useRehearsal>;

/** Talks with the receptionist as the forms stand, saved or not. The conversation lives here and nowhere else. */
export function useRehearsal() {
  const { store, numberId } = useDesk();
  const [lines, setLines] = useState<readonly TryLine[]>([]);
  const [isWaiting, setIsWaiting] = useState(false);
  const current = useRef(lines);
  const last = lines.findLast((line) => line.reply)?.reply;
  const isOver = last !== undefined && last.next.do !== "listen";

  function show(next: readonly TryLine[]) {
    current.current = next;
    setLines(next);
  }

  async function say(said: string): Promise<RehearsalReply | null> {
    const before = current.current.filter((line) => !line.isProblem);
    const asked: readonly TryLine[] = [...before, { id: before.length, speaker: "caller", text: said }];
    show(asked);
    setIsWaiting(true);
    const body = { numberId, said, ...historyOf(store.read(), before), ...formsOf(store.read()) };
    const answer = await callApi("POST", "/api/v1/receptionist/rehearsals", { body, answer: RehearsalReply });
    setIsWaiting(false);
    if (current.current !== asked) return null; // begun anew meanwhile
    const line = { id: asked.length, speaker: "assistant" } as const;
    if (!answer.ok) {
      show([...asked, { ...line, text: sentenceOf(answer.problem), isProblem: true }]);
      return null;
    }
    show([...asked, { ...line, text: answer.data.text, reply: answer.data }]);
    return answer.data;
  }

  return { lines, isWaiting, isOver, end: isOver ? last.next : null, say, restart: () => show([]) };
}

/** What was said and kept so far. */
function historyOf({ draft }: DeskState, before: readonly TryLine[]) {
  const replies = before.flatMap(({ reply }) => (reply ? [reply] : []));
  const spoken = before.filter(({ text }) => text !== "").map(({ speaker, text }) => ({ speaker, text }));
  return {
    history: [{ speaker: "assistant", text: draft.settings.greeting }, ...spoken].slice(-40),
    dialog: replies.at(-1)?.dialog ?? {},
    toolCallsSoFar: replies.reduce((sum, reply) => sum + reply.tools.length, 0),
  };
}

/** What stands in the forms and is not what is saved. */
function formsOf({ draft, dirty }: DeskState) {
  const { settings, ...lists } = draft;
  const changed = Object.entries(lists).filter(([name]) => dirty.some((one) => one === name));
  return { draft: settings, knowledge: Object.fromEntries(changed) };
}
