import { Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import type { PhoneCall } from "@/components/softphone/phone/phone-state";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";

/** The surface of a call that floats over the page. */
export function CardFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article
      aria-label={label}
      className="flex w-full flex-col gap-3 rounded-float border border-line bg-panel p-3.5 shadow-float"
    >
      {children}
    </article>
  );
}

/** Who is at the other end. */
export function callerName({ card, address }: PhoneCall): string {
  return card?.name ?? (address ? phoneFace(address) : "Unknown number");
}

/** What there is to know before one says hello: the number, how often they called, the last call, why they are put through. */
export function CallerFacts({ call }: { call: PhoneCall }) {
  const { card, address } = call;
  const line = [card?.name ? phoneFace(address) : null, card?.numberLabel ? `to ${card.numberLabel}` : null];
  return (
    <>
      <p className="truncate text-meta text-muted">{line.filter(Boolean).join(" · ")}</p>
      {card && (
        <p className="text-meta text-muted">
          {card.callsBefore === 0 ? "First call" : `${card.callsBefore + 1}. call`}
          {card.lastAt && (
            <>
              {" · last "}
              <RelativeTime at={card.lastAt} form="short" />
            </>
          )}
        </p>
      )}
      {card?.lastSummary && <p className="mt-1 line-clamp-2 text-small">{card.lastSummary}</p>}
      {card?.brief && (
        <p className="mt-1 flex items-start gap-1.5 text-small text-accent-ink">
          <Sparkles className="mt-0.5 size-3.5 shrink-0" aria-hidden /> {card.brief}
        </p>
      )}
    </>
  );
}
