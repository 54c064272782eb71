"use client";
import { useEffect, useRef, useState } from "react";
import { useDesk } from "../desk/desk-context";
import { beQuiet, hearOnce, speakAloud } from "./browser-voice";
import type { Rehearsing } from "./use-rehearsal";

/** What is going on in the call: it speaks, listens, thinks, or waits for what is typed. */
export type CallPhase = "speaking" | "listening" | "thinking" | "typing";

export type TryCall = ReturnType<typeof useTryCall>;

/** The rehearsal as a call: answers are read aloud, and the browser listens where it can; one may always type instead. */
export function useTryCall(talk: Rehearsing) {
  const { store } = useDesk();
  const [phase, setPhase] = useState<CallPhase | null>(null);
  const call = useRef<object | null>(null);
  const typed = useRef<((text: string) => void) | null>(null);

  useEffect(
    () => () => {
      call.current = null;
      beQuiet();
    },
    [],
  );

  function hangUp() {
    call.current = null;
    beQuiet();
    setPhase(null);
  }

  async function start() {
    const mine = {};
    call.current = mine;
    talk.restart();
    const { greeting, languages } = store.read().draft.settings;
    let language = languages[0] ?? "en-US";
    let words = greeting;
    let canHear = true;
    for (;;) {
      setPhase("speaking");
      const early = waitForTyping();
      const cutIn = await Promise.race([speakAloud(words, language), early]);
      if (call.current !== mine) return;
      setPhase(canHear ? "listening" : "typing");
      const heard: string | null =
        cutIn ?? (await (canHear ? Promise.race([hearOnce(language), early]) : early));
      if (call.current !== mine) return;
      canHear = heard !== null;
      if (!canHear) setPhase("typing");
      const said = heard ?? (await early);
      if (call.current !== mine) return;
      beQuiet();
      setPhase("thinking");
      const reply = await talk.say(said);
      if (call.current !== mine) return;
      if (!reply) return hangUp();
      language = reply.language ?? language;
      words = reply.text;
      if (reply.next.do !== "listen") break;
    }
    setPhase("speaking");
    await speakAloud(words, language);
    if (call.current === mine) hangUp();
  }

  function waitForTyping(): Promise<string> {
    return new Promise((resolve) => {
      typed.current = resolve;
    });
  }

  return { phase, start, hangUp, type: (text: string) => typed.current?.(text) };
}
