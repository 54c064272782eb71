"use client";
import type { Refused } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { timeWords } from "@/components/ui/display/time-words";
import type { Instead } from "@/lib/gate/schema";

type Timing = { sendAt?: string; evenIfQuiet?: boolean };

/** What can be done about a text that quiet hours kept back. */
export function QuietWays({ refusal, onChoose }: { refusal: Refused; onChoose: (timing: Timing) => void }) {
  const later = refusal.instead.find(isLater);
  return (
    <div className="flex flex-wrap gap-2">
      {later && (
        <Button size="sm" variant="primary" onClick={() => onChoose({ sendAt: later.at })}>
          {laterWords(later.at, later.zone)}
        </Button>
      )}
      <Button size="sm" onClick={() => onChoose({ evenIfQuiet: true })}>
        Send now anyway
      </Button>
    </div>
  );
}

/** "Send tomorrow 08:00 their time". */
function laterWords(at: string, zone: string): string {
  const words = timeWords(new Date(at), new Date(), zone, "long");
  return `Send ${words.replace(/^Today /, "at ").replace(/^T/, "t")} their time`;
}

function isLater(way: unknown): way is Extract<Instead, { kind: "send_later" }> {
  return typeof way === "object" && way !== null && "kind" in way && way.kind === "send_later";
}
