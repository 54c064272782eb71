"use client";
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import { useLiveStream } from "@/components/live/use-live-stream";
import { toast } from "@/components/ui/overlay/toast";
import { Phone } from "./phone";
import { type PhoneState, restingPhone } from "./phone-state";
import { readWish } from "./tab-presence";

const PhoneContext = createContext<Phone | null>(null);

/** Gives every page of the desk its softphone, which goes on ringing and talking while one walks through them. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const [phone] = useState(() => new Phone());
  useEffect(() => {
    const wish = readWish();
    if (wish === "online") void phone.goOnline();
    if (wish === "away") void phone.goAway();
    const leave = () => phone.leave();
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [phone]);
  useLiveStream(({ kind, subject }) => {
    if (kind === "call.taken" && phone.wasTakenElsewhere(subject.callId))
      toast.info("Answered on another screen");
  });
  return <PhoneContext value={phone}>{children}</PhoneContext>;
}

/** The softphone of this tab. */
export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (!phone) throw new Error("There is a softphone only inside the desk.");
  return phone;
}

/** What the screen shows of the softphone. */
export function usePhoneState(): PhoneState {
  const phone = usePhone();
  return useSyncExternalStore(phone.subscribe, phone.read, () => restingPhone);
}
