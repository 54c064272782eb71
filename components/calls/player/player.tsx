"use client";
import { CircleAlert, Download, Pause, Play, RotateCcw, RotateCw } from "lucide-react";
import { durationWords } from "@/components/calls/call-words";
import type { Playback } from "@/components/calls/player/use-playback";
import { Waveform } from "@/components/calls/player/waveform";
import { IconButton } from "@/components/ui/action/icon-button";
import { cx } from "@/components/ui/cx";

type PlayerProps = {
  playback: Playback;
  /** In a card of the timeline: one low line without the buttons that skip. */
  isCompact?: boolean;
};

export const skipSeconds = 10;

/** Plays a recording: waveform, speed, skipping back and forth. Nothing is downloaded before somebody listens. */
export function Player({ playback, isCompact = false }: PlayerProps) {
  const { recording, attach, isPlaying, hasFailed, toggle, skip } = playback;
  if (!recording.url) return <NoSound state={recording.state} />;
  return (
    <div
      className={cx(
        "flex items-center rounded-card bg-selection",
        isCompact
          ? "gap-2.5 py-1.5 pr-2.5 pl-2"
          : "flex-wrap gap-x-3 gap-y-1 px-3 py-3 sm:flex-nowrap md:px-4",
      )}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands right beside it */}
      <audio ref={attach} src={recording.url} preload="none" />
      <button
        type="button"
        aria-label={isPlaying ? "Pause" : "Play the recording"}
        onClick={toggle}
        className={cx(
          "grid shrink-0 place-items-center rounded-full bg-text text-panel transition-transform duration-100 active:scale-95 pointer-coarse:size-11",
          isCompact ? "size-7" : "size-10",
        )}
      >
        {isPlaying ? (
          <Pause className={iconClass} aria-hidden />
        ) : (
          <Play className={cx(iconClass, "ml-px")} aria-hidden />
        )}
      </button>
      {!isCompact && (
        <div className="flex">
          <IconButton
            label="Back 10 seconds"
            icon={<RotateCcw aria-hidden />}
            onClick={() => skip(-skipSeconds)}
          />
          <IconButton
            label="Forward 10 seconds"
            icon={<RotateCw aria-hidden />}
            onClick={() => skip(skipSeconds)}
          />
        </div>
      )}
      {hasFailed ? <Failed /> : <Waveform playback={playback} isCompact={isCompact} />}
      <Clock playback={playback} />
      <Speed playback={playback} />
      {!isCompact && (
        <a
          href={recording.url}
          download={`call-${recording.id}.wav`}
          aria-label="Download the recording"
          title="Download the recording"
          className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-text"
        >
          <Download className="size-[18px]" aria-hidden />
        </a>
      )}
    </div>
  );
}

const iconClass = "size-[46%] fill-current";

function Clock({ playback: { time, seconds } }: { playback: Playback }) {
  return (
    <span className="tabular shrink-0 text-small text-muted">
      {durationWords(time)} / {durationWords(seconds)}
    </span>
  );
}

function Speed({ playback: { rate, changeRate } }: { playback: Playback }) {
  return (
    <button
      type="button"
      aria-label={`Speed ${rate}×, change`}
      onClick={changeRate}
      className="tabular h-6 min-w-10 shrink-0 rounded-tag border border-line-strong px-1.5 text-meta text-muted hover:text-text pointer-coarse:h-11"
    >
      {rate}×
    </button>
  );
}

function Failed() {
  return (
    <p role="alert" className="flex flex-1 items-center gap-1.5 text-small text-bad">
      <CircleAlert className="size-4 shrink-0" aria-hidden />
      This recording could not be played. Reload the page to try again.
    </p>
  );
}

const soundless: Record<string, string> = {
  waiting: "The recording is being fetched from the carrier…",
  failed: "The carrier could not give us this recording.",
  deleted: "This recording was deleted.",
};

function NoSound({ state }: { state: string }) {
  return (
    <p className="rounded-card bg-selection px-3 py-2.5 text-small text-muted">
      {soundless[state] ?? "There is no recording."}
    </p>
  );
}
