"use client";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { usePhone, usePhoneState } from "@/components/softphone/phone/phone-context";
import { IconButton } from "@/components/ui/action/icon-button";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Dialer } from "./dialer";
import { RecentCalls } from "./recent-calls";
import { SoundSettings } from "./sound-settings";

type Wish = "online" | "away" | "offline";

const wishes = [
  { value: "online", label: "Online" },
  { value: "away", label: "Away" },
  { value: "offline", label: "Off" },
] as const satisfies { value: Wish; label: string }[];

/** Whether one takes calls, the dialpad, what was called last, and the sound. */
export function PhonePanel({ onDone }: { onDone: () => void }) {
  const phone = usePhone();
  const { presence, problem, lostDevice } = usePhoneState();
  const [isSoundShown, setIsSoundShown] = useState(false);
  const choose = (wish: Wish) => {
    if (wish === "online") void phone.goOnline();
    else if (wish === "away") void phone.goAway();
    else void phone.goOffline();
  };
  return (
    <div className="flex max-h-[70dvh] w-72 max-w-full flex-col gap-3 overflow-y-auto p-1">
      <div className="flex items-center justify-between gap-2">
        <SegmentedControl
          label="Calls in this browser"
          options={wishes}
          value={presence === "connecting" ? "online" : presence}
          onValueChange={choose}
        />
        <IconButton
          label="Sound"
          aria-pressed={isSoundShown}
          icon={<SlidersHorizontal aria-hidden />}
          onClick={() => setIsSoundShown(!isSoundShown)}
        />
      </div>
      <p role="status" className="text-meta text-muted">
        {presence === "online" && "Calls ring in this browser."}
        {presence === "connecting" && "Connecting…"}
        {presence === "away" && "Calls do not ring here; you can still call out."}
        {presence === "offline" && "This browser does not ring. Go online to take calls."}
      </p>
      {problem && (
        <p role="alert" className="text-small text-bad">
          {problem}
        </p>
      )}
      {lostDevice && (
        <p role="alert" className="text-small text-warn">
          {lostDevice} is gone. Another device is used now; choose one under Sound.
        </p>
      )}
      {isSoundShown ? (
        <SoundSettings />
      ) : (
        <>
          <Dialer onDone={onDone} />
          <RecentCalls onDone={onDone} />
        </>
      )}
    </div>
  );
}
