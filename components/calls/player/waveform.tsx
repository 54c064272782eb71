"use client";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import { durationWords } from "@/components/calls/call-words";
import { peaksQuery } from "@/components/calls/data/queries";
import type { Playback } from "@/components/calls/player/use-playback";
import { useSeen } from "@/components/calls/player/use-seen";
import { useWaveSurfer } from "@/components/calls/player/use-wave-surfer";
import { cx } from "@/components/ui/cx";

type WaveformProps = { playback: Playback; isCompact: boolean };

const step = 5;

/** The sound as bars; a click, a drag or the arrow keys go to a place in it. Drawn when it comes into view. */
export function Waveform({ playback, isCompact }: WaveformProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(frame);
  const { data } = useQuery({ ...peaksQuery(playback.recording.id), enabled: isSeen });
  const peaks = data?.peaks ?? null;
  const container = useWaveSurfer(playback, peaks, isCompact ? 28 : 52);
  const { time, seconds, seek, toggle } = playback;

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const target = { ArrowLeft: time - step, ArrowRight: time + step, Home: 0, End: seconds }[event.key];
    if (target !== undefined) seek(target);
    else if (event.key === " " || event.key === "Enter") toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label="Position in the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(time)}
      aria-valuetext={`${durationWords(time)} of ${durationWords(seconds)}`}
      onKeyDown={onKeyDown}
      className={cx(
        "relative min-w-0 flex-1 cursor-pointer rounded-tag",
        isCompact ? "h-7" : "h-[52px] basis-full sm:basis-0",
      )}
    >
      {peaks?.length !== 0 && <div ref={container} aria-hidden className="size-full" />}
      {peaks === null && (
        <span
          aria-hidden
          className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-line-strong"
        />
      )}
      {peaks?.length === 0 && <PlainTrack playback={playback} />}
    </div>
  );
}

/** For files that cannot be drawn: where one is, as a line. */
function PlainTrack({ playback: { time, seconds, seek } }: { playback: Playback }) {
  function onClick(event: MouseEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - left) / width) * seconds);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider around it is reached by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div onClick={onClick} className="absolute inset-0 grid items-center">
      <span className="block h-1.5 overflow-hidden rounded-full bg-line-strong">
        <span
          className="block h-full rounded-full bg-call"
          style={{ width: `${seconds > 0 ? (time / seconds) * 100 : 0}%` }}
        />
      </span>
    </div>
  );
}
