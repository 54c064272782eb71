"use client";
import { Phone } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { toast } from "@/components/ui/overlay/toast";
import { useDial } from "./use-dial";

/** Calls the number it stands beside. */
export function CallIconButton({ number }: { number: string }) {
  const { dial, isAsking, isBusy } = useDial();
  const call = async () => {
    const problem = await dial(number);
    if (problem) toast.error(problem);
  };
  return (
    <IconButton
      size="sm"
      label={`Call ${phoneFace(number)}`}
      disabled={isBusy || isAsking}
      icon={<Phone aria-hidden />}
      onClick={call}
    />
  );
}
