"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { DialPlan } from "@/lib/softphone/schema";
import { usePhone, usePhoneState } from "./phone/phone-context";

/** Calls a number in any spelling: the server's word first, then the browser dials. `dial` answers why not; null: it went out. */
export function useDial() {
  const phone = usePhone();
  const { call } = usePhoneState();
  const [isAsking, setIsAsking] = useState(false);

  async function dial(to: string, callerId?: string): Promise<string | null> {
    const { call: current } = phone.read();
    if (current && current.phase !== "over") return "You are on a call already.";
    setIsAsking(true);
    const body = { to, ...(callerId ? { callerId } : {}) };
    const answer = await callApi("POST", "/api/v1/softphone/destinations", { body, answer: DialPlan });
    setIsAsking(false);
    if (!answer.ok) return sentenceOf(answer.problem);
    void phone.dial(answer.data.card, answer.data.callerId);
    return null;
  }

  return { dial, isAsking, isBusy: call !== null && call.phase !== "over" };
}
