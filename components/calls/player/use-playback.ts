"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { RecordingView } from "@/lib/calls/schema";

const rates: readonly number[] = [1, 1.25, 1.5, 2, 0.75];

/** A recording being listened to. */
export type Playback = {
  recording: RecordingView;
  /** Goes on the `<audio>` element. */
  attach: (audio: HTMLAudioElement | null) => void;
  audio: HTMLAudioElement | null;
  isPlaying: boolean;
  hasFailed: boolean;
  /** Seconds from the recording's start. */
  time: number;
  seconds: number;
  rate: number;
  toggle: () => void;
  pause: () => void;
  /** Goes there; plays on when it was playing, or when asked to. */
  seek: (second: number, isPlayed?: boolean) => void;
  skip: (seconds: number) => void;
  changeRate: () => void;
};

/** Two recordings at once are noise: whoever begins stops the other one. */
let heard: HTMLAudioElement | null = null;

/** Plays one recording and knows where it is, for a player and a transcript that move together. */
export function usePlayback(recording: RecordingView): Playback {
  const [audio, attach] = useState<HTMLAudioElement | null>(null);
  const [state, setState] = useState({ time: 0, isPlaying: false, hasFailed: false });
  const [seconds, setSeconds] = useState(recording.seconds ?? 0);
  const [rate, setRate] = useState(1);

  useEffect(() => {
    if (!audio) return;
    const follow = () =>
      setState({ time: audio.currentTime, isPlaying: !audio.paused, hasFailed: audio.error !== null });
    const begin = () => {
      if (heard !== audio) heard?.pause();
      heard = audio;
      follow();
    };
    const measure = () => Number.isFinite(audio.duration) && setSeconds(audio.duration);
    const stop = new AbortController();
    const { signal } = stop;
    for (const name of ["timeupdate", "seeking", "pause", "ended", "error"])
      audio.addEventListener(name, follow, { signal });
    audio.addEventListener("play", begin, { signal });
    audio.addEventListener("durationchange", measure, { signal });
    return () => {
      stop.abort();
      audio.pause();
    };
  }, [audio]);

  const seek = useCallback(
    (second: number, isPlayed = false) => {
      if (!audio) return;
      audio.currentTime = Math.min(Math.max(0, second), Math.max(0, seconds - 0.05));
      setState((known) => ({ ...known, time: audio.currentTime }));
      if (isPlayed) void play(audio);
    },
    [audio, seconds],
  );

  return useMemo(
    () => ({
      ...{ recording, attach, audio, seconds, rate, seek, ...state },
      toggle: () => audio && (audio.paused ? void play(audio) : audio.pause()),
      pause: () => audio?.pause(),
      skip: (by) => seek((audio?.currentTime ?? 0) + by),
      changeRate: () => {
        const next = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1;
        setRate(next);
        if (audio) audio.playbackRate = next;
      },
    }),
    [recording, audio, seconds, rate, seek, state],
  );
}

/** A browser may refuse, and a pause may come first; the element's own events tell what became of it. */
function play(audio: HTMLAudioElement): Promise<void> {
  return audio.play().catch(() => {});
}
