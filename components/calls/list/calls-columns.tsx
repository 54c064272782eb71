import { answeredWord, callTitle, durationWords, isLive } from "@/components/calls/call-words";
import { callerFace } from "@/components/calls/caller-face";
import { FaceTag } from "@/components/calls/face-tag";
import { LiveMark } from "@/components/calls/live-mark";
import { outcomeFace, sentimentFaces } from "@/components/calls/outcome-face";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { Column } from "@/components/ui/page/data-table";
import type { CallRow } from "@/lib/calls/schema";

/** The columns of the list. On a phone the first one tells it all. */
export const callsColumns: Column<CallRow>[] = [
  { head: "Who", cell: (call) => <Who call={call} /> },
  { head: "What happened", isWideOnly: true, cell: (call) => <What call={call} /> },
  { head: "Answered by", isWideOnly: true, cell: (call) => <AnsweredBy call={call} /> },
  {
    ...{ head: "Length", isWideOnly: true, isNumber: true },
    cell: ({ durationSeconds, outcome }) =>
      durationSeconds === null || outcome === "missed" ? (
        <span className="text-muted">–</span>
      ) : (
        durationWords(durationSeconds)
      ),
  },
  {
    ...{ head: "When", isNumber: true },
    cell: (call) => (
      <span className="text-muted max-md:block max-md:self-start max-md:text-meta">
        <RelativeTime at={call.startedAt} form="short" />
      </span>
    ),
  },
];

function Who({ call }: { call: CallRow }) {
  const { title, number, hasName, place } = callerFace(call);
  return (
    <span className="flex items-start gap-3 py-1">
      <span className="pt-0.5">
        <ChannelIcon channel={callTitle(call).icon} isBoxed />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold md:whitespace-nowrap">{title}</span>
        <span className="block text-meta font-normal whitespace-nowrap text-muted">
          {hasName ? <PhoneNumber e164={number} /> : (place ?? callTitle(call).title)}
        </span>
        <span className="mt-1.5 block font-normal md:hidden">
          <What call={call} />
        </span>
      </span>
    </span>
  );
}

/** The outcome as a tag, and what it was about; for a missed call why nobody answered. */
function What({ call }: { call: CallRow }) {
  const face = outcomeFace(call);
  const words = call.summary ?? call.missedBecause;
  const mood =
    call.sentiment && call.sentiment.label !== "neutral" ? sentimentFaces[call.sentiment.label] : null;
  return (
    <span className="block py-1">
      <span className="flex flex-wrap items-center gap-1.5">
        {isLive(call) ? <LiveMark call={call} /> : face && <FaceTag face={face} />}
        {mood && <FaceTag face={mood} />}
        {!isLive(call) && call.durationSeconds !== null && call.outcome !== "missed" && (
          <span className="tabular text-meta text-muted md:hidden">
            {durationWords(call.durationSeconds)}
          </span>
        )}
      </span>
      <span className="mt-1 line-clamp-2 text-small text-muted md:line-clamp-1">
        {words ?? (isLive(call) ? "Going on right now" : "The summary is being written…")}
      </span>
    </span>
  );
}

function AnsweredBy({ call }: { call: CallRow }) {
  if (isLive(call)) return <span className="text-muted">–</span>;
  const word = answeredWord(call);
  return <span className={word === "Nobody" ? "text-muted" : undefined}>{word}</span>;
}
