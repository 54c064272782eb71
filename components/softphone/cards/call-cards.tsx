"use client";
import { usePhoneState } from "@/components/softphone/phone/phone-context";
import { IncomingCard } from "./incoming-card";
import { OverCard } from "./over-card";
import { TalkCard } from "./talk-card";

/** The call of this tab, floating over every page: it rings, it runs, it is written down. */
export function CallCards() {
  const { call } = usePhoneState();
  if (!call) return null;
  if (call.phase === "ringing") return <IncomingCard call={call} />;
  if (call.phase === "over") return <OverCard call={call} />;
  return <TalkCard call={call} />;
}
