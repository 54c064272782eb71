"use client";
import { PhoneForwarded, PhoneOff, Voicemail } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { useDeskState } from "../desk/desk-context";

type TryEndProps = { next: { do: string; targetId?: string | undefined }; onRestart: () => void };

/** How the call would go on after the last words. */
export function TryEnd({ next, onRestart }: TryEndProps) {
  const targets = useDeskState((state) => state.draft.targets.targets);
  const person = targets.find((target) => target.id === next.targetId)?.label ?? "somebody";
  const { icon: Icon, words } = endOf(next.do, person);
  return (
    <div className="mt-4 flex flex-col items-center gap-2.5 rounded-card bg-selection px-4 py-3 text-center">
      <p className="flex items-center gap-2 text-small">
        <Icon className="size-4 shrink-0 text-muted" aria-hidden />
        {words}
      </p>
      <Button size="sm" onClick={onRestart}>
        Start again
      </Button>
    </div>
  );
}

function endOf(next: string, person: string) {
  if (next === "transfer") return { icon: PhoneForwarded, words: `The call is put through to ${person}.` };
  if (next === "voicemail") return { icon: Voicemail, words: "The caller leaves a voicemail." };
  return { icon: PhoneOff, words: "The call ends here." };
}
