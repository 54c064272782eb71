"use client";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { toolWords } from "@/components/calls/tool-words";
import { offsetWords, tookWords, type XrayEntry } from "@/components/calls/xray/lay-xray";
import { XrayDetails } from "@/components/calls/xray/xray-details";
import { xrayFace } from "@/components/calls/xray/xray-face";
import { cx } from "@/components/ui/cx";

type XrayLineProps = { entry: XrayEntry; isLast: boolean; longest: number };

const longPause = 2.5;

/** One step: when, what kind, what, how long; opened, its details. */
export function XrayLine({ entry, isLast, longest }: XrayLineProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const hasDetails = Object.keys(entry.data).length > 0;
  const { word, icon: Icon, look } = xrayFace(entry);
  const face = (
    <>
      <span className="tabular pt-[3px] text-right text-meta text-muted">{offsetWords(entry.second)}</span>
      <span className={cx("relative z-10 grid size-6 place-items-center rounded-full border", look)}>
        <Icon className="size-3.5" strokeWidth={1.9} aria-hidden />
      </span>
      <span className="min-w-0 pt-0.5">
        <span className="wrap-anywhere">{titleOf(entry)}</span>{" "}
        <span className="text-meta whitespace-nowrap text-muted">{word}</span>
      </span>
      <span className="flex items-center gap-2 pt-0.5">
        {entry.milliseconds !== null && <Took milliseconds={entry.milliseconds} longest={longest} />}
        {hasDetails && (
          <ChevronRight
            className={cx(
              "size-4 shrink-0 text-muted transition-transform duration-100",
              isOpen && "rotate-90",
            )}
            aria-hidden
          />
        )}
      </span>
    </>
  );
  return (
    <li className="relative">
      {!isLast && <span aria-hidden className="absolute top-7 -bottom-2 left-[83px] w-px bg-line-strong" />}
      {entry.pause >= longPause && <Pause seconds={entry.pause} />}
      {hasDetails ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className={cx(lineClass, "hover:bg-hover")}
        >
          {face}
        </button>
      ) : (
        <div className={lineClass}>{face}</div>
      )}
      {isOpen && (
        <div id={id} className="ml-[107px] pt-1 pb-3 max-md:ml-10">
          <XrayDetails data={entry.data} />
        </div>
      )}
    </li>
  );
}

const lineClass =
  "grid w-full grid-cols-[64px_24px_minmax(0,1fr)_auto] gap-x-2.5 rounded-control py-1.5 pr-2 text-left text-small";

function titleOf({ kind, title }: XrayEntry): string {
  return kind === "tool" ? toolWords(title).words : title;
}

function Took({ milliseconds, longest }: { milliseconds: number; longest: number }) {
  const share = longest > 0 ? Math.max(0.06, milliseconds / longest) : 0;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1 w-14 rounded-full bg-selection max-md:hidden">
        <span className="block h-full rounded-full bg-call" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="tabular w-12 text-right text-meta text-muted">{tookWords(milliseconds)}</span>
    </span>
  );
}

function Pause({ seconds }: { seconds: number }) {
  return (
    <p className="py-0.5 pl-[98px] text-tiny text-muted">
      <span className="tabular">{seconds.toFixed(1)} s</span> pass
    </p>
  );
}
