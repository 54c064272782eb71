"use client";
import { Phone } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/action/button";
import { toast } from "@/components/ui/overlay/toast";
import { useDial } from "./use-dial";

type CallButtonProps = {
  number: string | null;
  label: string;
  variant?: ComponentProps<typeof Button>["variant"];
};

/** Calls a number from the browser. */
export function CallButton({ number, label, variant }: CallButtonProps) {
  const { dial, isAsking, isBusy } = useDial();
  const call = async () => {
    const problem = number && (await dial(number));
    if (problem) toast.error(problem);
  };
  if (!number) return null;
  return (
    <Button
      variant={variant}
      icon={<Phone aria-hidden />}
      isLoading={isAsking}
      disabled={isBusy}
      onClick={call}
    >
      {label}
    </Button>
  );
}
