"use client";
import { Copy, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/action/icon-button";
import type { OpeningTimes } from "@/lib/receptionist/schema";
import { TimeInput } from "./time-input";

type Weekly = OpeningTimes["weekly"];
type WeekEditorProps = { value: Weekly; onChange: (weekly: Weekly) => void };

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const order = [1, 2, 3, 4, 5, 6, 0];

/** Seven lines, each closed or with one or more times; Monday's can be copied to the other working days. */
export function WeekEditor({ value, onChange }: WeekEditorProps) {
  const of = (weekday: number) => value.filter((one) => one.weekday === weekday);
  const set = (weekday: number, spans: Weekly) =>
    onChange([...value.filter((one) => one.weekday !== weekday), ...spans]);

  function copyMonday() {
    const others = value.filter(({ weekday }) => weekday === 0 || weekday === 6 || weekday === 1);
    const copies = [2, 3, 4, 5].flatMap((weekday) => of(1).map((span) => ({ ...span, weekday })));
    onChange([...others, ...copies]);
  }

  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-panel">
      {order.map((weekday) => (
        <WeekdayLine
          key={weekday}
          name={names[weekday] ?? ""}
          spans={of(weekday)}
          onChange={(spans) =>
            set(
              weekday,
              spans.map((span) => ({ ...span, weekday })),
            )
          }
          {...(weekday === 1 ? { onCopy: copyMonday } : {})}
        />
      ))}
    </ul>
  );
}

type Span = { opensAt: string; closesAt: string };
type WeekdayLineProps = {
  name: string;
  spans: Span[];
  onChange: (spans: Span[]) => void;
  onCopy?: () => void;
};

function WeekdayLine({ name, spans, onChange, onCopy }: WeekdayLineProps) {
  const change = (index: number, span: Span) => onChange(spans.map((one, at) => (at === index ? span : one)));
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-x-2 py-1.5 pr-1.5 pl-4 sm:grid-cols-[96px_1fr_auto]">
      <span className="flex h-control items-center">{name}</span>
      <div className="flex justify-self-end sm:order-last">
        {onCopy && spans.length > 0 && (
          <IconButton label="Copy Monday to Tuesday until Friday" icon={<Copy />} onClick={onCopy} />
        )}
        <IconButton
          label={`Add hours on ${name}`}
          icon={<Plus />}
          onClick={() => onChange([...spans, nextSpan(spans)])}
        />
      </div>
      <div className="flex min-w-0 flex-wrap gap-x-4 gap-y-1.5 max-sm:col-span-2 max-sm:row-start-2 max-sm:pb-1.5">
        {spans.length === 0 && <span className="flex h-control items-center text-muted">Closed</span>}
        {spans.map((span, index) => (
          <SpanFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a span has no other name, and its times change while they are typed
            key={`${index}-${spans.length}`}
            name={name}
            span={span}
            onChange={(next) => change(index, next)}
          >
            <IconButton
              size="sm"
              label={`Remove these hours of ${name}`}
              icon={<X />}
              onClick={() => onChange(spans.filter((_, at) => at !== index))}
            />
          </SpanFields>
        ))}
      </div>
    </li>
  );
}

type SpanFieldsProps = { name: string; span: Span; onChange: (span: Span) => void; children: ReactNode };

function SpanFields({ name, span, onChange, children }: SpanFieldsProps) {
  return (
    <span className="flex items-center gap-1">
      <TimeInput
        label={`${name} opens`}
        value={span.opensAt}
        onChange={(opensAt) => onChange({ ...span, opensAt })}
      />
      <span className="text-muted">–</span>
      <TimeInput
        label={`${name} closes`}
        isEnd
        value={span.closesAt}
        onChange={(closesAt) => onChange({ ...span, closesAt })}
      />
      {children}
    </span>
  );
}

/** A likely next stretch: the whole day first, then the afternoon after a break. */
function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  if (!last) return { opensAt: "09:00", closesAt: "17:00" };
  return last.closesAt < "15:00"
    ? { opensAt: "15:00", closesAt: "19:00" }
    : { opensAt: last.closesAt, closesAt: "22:00" };
}
