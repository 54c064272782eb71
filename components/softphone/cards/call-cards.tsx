"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { usePhoneState } from "@/components/softphone/phone/phone-context";

const load = () => import("./call-card").then((module) => module.CallCard);
const CallCard = dynamic(load);

/** The call of this tab, floating over every page. Its card is there before it can ring. */
export function CallCards() {
  const { call, presence } = usePhoneState();
  useEffect(() => {
    if (presence !== "offline") void load();
  }, [presence]);
  return call && <CallCard call={call} />;
}
