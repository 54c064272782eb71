"use client";
import Link from "next/link";
import { ActionList } from "@/components/calls/action-list";
import { callDetail, callTitle, durationWords, isLive } from "@/components/calls/call-words";
import { CardSound } from "@/components/calls/card/card-sound";
import { CardTurns } from "@/components/calls/card/card-turns";
import { FaceTag } from "@/components/calls/face-tag";
import { LiveMark } from "@/components/calls/live-mark";
import { sentimentFaces } from "@/components/calls/outcome-face";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { CallGlance } from "@/lib/calls/schema";

/** A call in a timeline: who answered, what it was about, how it sounded, what was agreed, and the way to its X-ray. */
export function CallCard({ entry: call }: { entry: CallGlance }) {
  const { title } = callTitle(call);
  const sound = call.recordings.find(({ state }) => state === "stored");
  const words = call.summary ?? call.missedBecause;
  return (
    <article
      aria-label={title}
      className="mt-3 space-y-2.5 rounded-float border border-line bg-panel px-3.5 py-3.5 md:px-4"
    >
      <CardHead call={call} />
      {call.placed && <PlacedWords placed={call.placed} />}
      {words && <p>{words}</p>}
      {sound ? <CardSound call={call} recording={sound} /> : <CardTurns call={call} turns={call.turns} />}
      <CardFoot call={call} />
    </article>
  );
}

/** What the receptionist was to call about, and why it could not. */
function PlacedWords({ placed }: { placed: NonNullable<CallGlance["placed"]> }) {
  return (
    <>
      <p className="text-small text-muted">About {placed.purpose}</p>
      {placed.problem && (
        <p className="text-small">
          <span className="font-medium text-bad">{placed.problem.title}</span> {placed.problem.cure}
        </p>
      )}
    </>
  );
}

function CardHead({ call }: { call: CallGlance }) {
  const { title, icon } = callTitle(call);
  const detail = callDetail(call);
  const mood =
    call.sentiment && call.sentiment.label !== "neutral" ? sentimentFaces[call.sentiment.label] : null;
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ChannelIcon channel={icon} isBoxed isDecorative />
      <p className="min-w-40 flex-1">
        <Link href={`/calls/${call.id}`} className="font-semibold hover:underline underline-offset-2">
          {title}
        </Link>{" "}
        <span className="text-muted">
          {detail && `${detail} · `}
          <RelativeTime at={call.startedAt} form="clock" />
          {call.durationSeconds !== null &&
            call.outcome !== "missed" &&
            ` · ${durationWords(call.durationSeconds)}`}
        </span>
      </p>
      {isLive(call) ? <LiveMark call={call} /> : mood && <FaceTag face={mood} />}
    </header>
  );
}

function CardFoot({ call }: { call: CallGlance }) {
  return (
    <footer className="flex items-start gap-4 border-t border-line pt-2.5">
      <div className="min-w-0 flex-1">
        <ActionList actions={call.actions} />
      </div>
      <Link
        href={`/calls/${call.id}?view=xray`}
        className="shrink-0 text-small text-muted underline underline-offset-2 hover:text-text pointer-coarse:py-1.5"
      >
        X-ray
        <span className="sr-only"> of this call</span>
      </Link>
    </footer>
  );
}
