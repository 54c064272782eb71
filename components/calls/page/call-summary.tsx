import { ArrowRight } from "lucide-react";
import { ActionList } from "@/components/calls/action-list";
import { callDetail, callTitle, durationWords, isLive } from "@/components/calls/call-words";
import { FaceTag } from "@/components/calls/face-tag";
import { outcomeFace, sentimentFaces } from "@/components/calls/outcome-face";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Skeleton } from "@/components/ui/display/skeleton";
import type { CallView } from "@/lib/calls/schema";

type CallSummaryProps = { call: CallView; onXray: () => void };

/** What the call was about and what came of it; for a missed one, why nobody answered. */
export function CallSummary({ call, onXray }: CallSummaryProps) {
  const { title, icon } = callTitle(call);
  const outcome = isLive(call) ? null : outcomeFace(call);
  return (
    <section aria-label="Summary" className="rounded-float border border-line bg-panel px-4 py-4 md:px-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ChannelIcon channel={icon} isBoxed isDecorative />
        <p className="min-w-52 flex-1">
          <strong className="font-semibold">{title}</strong>{" "}
          <span className="text-muted">
            {[callDetail(call)].filter(Boolean).map((detail) => `${detail} · `)}
            <RelativeTime at={call.startedAt} form="long" />
            {call.durationSeconds !== null && ` · ${durationWords(call.durationSeconds)}`}
          </span>
        </p>
        <span className="flex gap-1.5">
          {outcome && <FaceTag face={outcome} />}
          {call.sentiment && call.turns.length > 0 && <FaceTag face={sentimentFaces[call.sentiment.label]} />}
        </span>
      </header>
      <div className="mt-3 space-y-3">
        {call.missedBecause ? <WhyMissed call={call} onXray={onXray} /> : <Told call={call} />}
        {call.actions.length > 0 && (
          <div className="border-t border-line pt-3">
            <ActionList actions={call.actions} />
          </div>
        )}
      </div>
    </section>
  );
}

/** The sentence, and the way to the trace behind it. */
function WhyMissed({ call: { summary, missedBecause }, onXray }: CallSummaryProps) {
  return (
    <div>
      <h2 className="text-title">Why did nobody answer?</h2>
      <p className="mt-0.5">{summary ?? missedBecause}</p>
      <button
        type="button"
        onClick={onXray}
        className="mt-2 inline-flex items-center gap-1 text-small font-semibold text-accent hover:underline pointer-coarse:min-h-11"
      >
        See what happened, step by step <ArrowRight className="size-4" aria-hidden />
      </button>
    </div>
  );
}

function Told({ call }: { call: CallView }) {
  if (call.summary) return <p className="max-w-[72ch] text-[15px]/[22px]">{call.summary}</p>;
  if (isLive(call)) return <p className="text-muted">The summary is written when the call is over.</p>;
  if (call.analysedAt) return null;
  return (
    <div role="status" className="space-y-2 py-1">
      <span className="sr-only">The summary is being written…</span>
      <Skeleton className="h-3.5 w-11/12" />
      <Skeleton className="h-3.5 w-3/5" />
    </div>
  );
}
