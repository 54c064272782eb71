"use client";
import { Phone, PhoneOff, Sparkles } from "lucide-react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Avatar } from "@/components/ui/display/avatar";

/** What floats at the top right while somebody calls. */
export function ExampleCall() {
  return (
    <div className="flex w-full items-center gap-3 rounded-float border border-line bg-panel p-3.5 shadow-float">
      <span className="animate-ring rounded-full">
        <Avatar name="Mira Kapoor" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">Mira Kapoor</p>
        <p className="text-meta text-muted">To Riverside Dental · 2nd call today</p>
        <p className="mt-0.5 flex items-start gap-1.5 text-meta text-accent-ink">
          <Sparkles className="mt-0.5 size-3.5 shrink-0" aria-hidden /> Asks whether her crown arrived
        </p>
      </div>
      <IconButton variant="decline" size="lg" label="Decline" icon={<PhoneOff aria-hidden />} />
      <IconButton variant="answer" size="lg" label="Answer" icon={<Phone aria-hidden />} />
    </div>
  );
}
