import { cx } from "@/components/ui/cx";
import type { SeenPrice } from "@/lib/inbox/schema";
import { formatMicros } from "@/lib/kernel/money";
import { countSegments } from "@/lib/kernel/segments";
import { longestBody } from "@/lib/messages/rules";

/** How long a text is, in what it is counted, and about what it costs, before it is sent. */
export function TextCounter({ body, price }: { body: string; price: SeenPrice | null }) {
  if (body === "") return null;
  const count = countSegments(body);
  const used = count.perSegment - count.remaining;
  const isTooLong = body.length > longestBody;
  return (
    <p className={cx("tabular truncate", isTooLong && "font-semibold text-bad")} aria-live="off">
      {isTooLong ? (
        `${body.length - longestBody} characters too long`
      ) : (
        <>
          <span title={`${count.characters} characters in all`}>
            {used} / {count.perSegment}
          </span>
          {` · ${count.segments} ${count.segments === 1 ? "segment" : "segments"}`}
          {count.forcedBy && (
            <>
              {" · "}
              <span className="font-medium text-warn">UCS-2 because of {shownCharacter(count.forcedBy)}</span>
            </>
          )}
          {price && (
            <span title="By the price of your last text">
              {` · about ${formatMicros({ ...price, micros: price.micros * count.segments })}`}
            </span>
          )}
        </>
      )}
    </p>
  );
}

const invisible: Record<string, string> = {
  "\u00a0": "a no-break space",
  "\u200b": "an invisible space",
  "\u200d": "an invisible joiner",
  "\ufe0f": "an emoji mark",
  "\t": "a tab",
  "\u2028": "a line mark",
};

function shownCharacter(character: string): string {
  return invisible[character] ?? character;
}
