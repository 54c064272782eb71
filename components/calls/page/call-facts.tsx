"use client";
import type { ReactNode } from "react";
import { answeredWord, endedWords, isLive, longDuration } from "@/components/calls/call-words";
import { CopyButton } from "@/components/ui/display/copy-button";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { fullWords } from "@/components/ui/display/time-words";
import type { CallView } from "@/lib/calls/schema";
import { formatMicros, formatMoney } from "@/lib/kernel/money";

/** The plain facts of a call beside what was said: numbers, times with their zone, who, how long, what it cost. */
export function CallFacts({ call, timezone }: { call: CallView; timezone: string }) {
  const [theirs, ours] = call.direction === "inbound" ? [call.from, call.to] : [call.to, call.from];
  const ended = endedWords(call);
  return (
    <section
      aria-labelledby="facts"
      className="min-w-0 rounded-float border border-line bg-panel px-4 py-4 lg:sticky lg:top-[96px]"
    >
      <h2 id="facts" className="text-title">
        Details
      </h2>
      <dl className="mt-3 grid grid-cols-[84px_1fr] gap-x-3 gap-y-2.5 text-small">
        <Fact name={call.direction === "inbound" ? "From" : "To"}>
          <PhoneNumber e164={theirs} />
        </Fact>
        <Fact name="Our number">
          {call.numberLabel && <span className="block">{call.numberLabel}</span>}
          <PhoneNumber e164={ours} />
        </Fact>
        <Fact name="When">
          <time dateTime={call.startedAt}>{fullWords(new Date(call.startedAt), timezone)}</time>
        </Fact>
        {call.durationSeconds !== null && <Fact name="Length">{longDuration(call.durationSeconds)}</Fact>}
        {!isLive(call) && <Fact name="Answered by">{answeredWord(call)}</Fact>}
        {ended && <Fact name="Ended">{ended}</Fact>}
        {call.language && <Fact name="Language">{languageName(call.language)}</Fact>}
        {call.price && <Fact name="Cost">{formatMicros(call.price)}</Fact>}
        {call.payments.map((payment) => (
          <Fact key={payment.at} name={payment.isPaid ? "Paid" : "Not paid"}>
            {formatMoney(payment.amount)}
            {payment.lastFour && (
              <span className="block text-meta text-muted">
                {payment.brand} ending {payment.lastFour}
              </span>
            )}
          </Fact>
        ))}
        {call.placed && <Fact name="About">{call.placed.purpose}</Fact>}
        <Fact name="Call id">
          <span className="flex items-start gap-1">
            <span className="min-w-0 pt-1 text-meta break-all text-muted">{call.carrierCallId}</span>
            <CopyButton text={call.carrierCallId} label="Copy the call id" />
          </span>
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}
