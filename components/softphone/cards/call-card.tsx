"use client";
import type { PhoneCall } from "@/components/softphone/phone/phone-state";
import { IncomingCard } from "./incoming-card";
import { OverCard } from "./over-card";
import { TalkCard } from "./talk-card";

/** A call on the screen: it rings, it runs, it is written down. */
export function CallCard({ call }: { call: PhoneCall }) {
  if (call.phase === "ringing") return <IncomingCard call={call} />;
  if (call.phase === "over") return <OverCard call={call} />;
  return <TalkCard call={call} />;
}
