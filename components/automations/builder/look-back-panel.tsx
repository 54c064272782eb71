"use client";
import { CircleCheck, CircleMinus, History } from "lucide-react";
import { useState } from "react";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { toast } from "@/components/ui/overlay/toast";
import type { PastView, Rule } from "@/lib/automations/schema";

type LookBackPanelProps = { rule: Rule; finish: () => Rule | null };

/** Tries the rule on what happened before: nothing is sent, and every "no" has its reason. */
export function LookBackPanel({ rule, finish }: LookBackPanelProps) {
  const [found, setFound] = useState<{ of: Rule; past: PastView[] } | null>(null);
  const [isLooking, setIsLooking] = useState(false);

  async function look() {
    const finished = finish();
    if (!finished) return toast.error("The rule is not whole yet: look for the red lines.");
    setIsLooking(true);
    try {
      const { data } = await request<{ data: PastView[] }>("POST", "/api/v1/automations/look-backs", {
        body: { rule: finished },
      });
      setFound({ of: rule, past: data });
    } catch (error) {
      toast.error(error instanceof Refused ? error.message : "The rule could not be tried.");
    } finally {
      setIsLooking(false);
    }
  }

  return (
    <section aria-label="Try it on the past" className="rounded-card border border-line bg-panel">
      <div className="flex items-center justify-between gap-3 p-4">
        <div className="min-w-0">
          <h2 className="font-semibold">Try it on the past</h2>
          <p className="text-small text-muted">Nothing is sent.</p>
        </div>
        <Button size="sm" icon={<History aria-hidden />} isLoading={isLooking} onClick={() => void look()}>
          Try
        </Button>
      </div>
      {found && <Findings past={found.past} isOld={found.of !== rule} />}
    </section>
  );
}

function Findings({ past, isOld }: { past: PastView[]; isOld: boolean }) {
  if (past.length === 0)
    return <p className="border-t border-line p-4 text-muted">Nothing of this kind has happened yet.</p>;
  const hits = past.filter(({ wouldRun }) => wouldRun).length;
  return (
    <div className="border-t border-line">
      <p className="px-4 pt-3 text-small" role="status">
        It would have done something <strong>{hits}</strong> of the last {past.length} times.
        {isOld && <span className="text-warn"> You have changed the rule since.</span>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul className="scroll-quiet max-h-96 divide-y divide-line overflow-y-auto px-4 py-1" tabIndex={0}>
        {past.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
          <Finding key={index} past={one} />
        ))}
      </ul>
    </div>
  );
}

function Finding({ past }: { past: PastView }) {
  const Icon = past.wouldRun ? CircleCheck : CircleMinus;
  return (
    <li className="flex gap-2.5 py-2.5">
      <Icon
        className={past.wouldRun ? "mt-0.5 size-4 shrink-0 text-good" : "mt-0.5 size-4 shrink-0 text-muted"}
        aria-hidden
      />
      <div className="min-w-0 flex-1">
        <p className="flex gap-2">
          <span className="min-w-0 flex-1 truncate">{past.title}</span>
          <span className="shrink-0 text-meta text-muted">
            <RelativeTime at={past.at} />
          </span>
        </p>
        {past.wouldRun ? (
          past.steps.map((step) => (
            <p key={step} className="text-small text-muted">
              {step}
            </p>
          ))
        ) : (
          <p className="text-small text-muted">No: {past.reason}</p>
        )}
      </div>
    </li>
  );
}
