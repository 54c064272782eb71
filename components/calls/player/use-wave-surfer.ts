"use client";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type WaveSurfer from "wavesurfer.js";
import type { Playback } from "@/components/calls/player/use-playback";

/**
 * Draws the peaks into the container and keeps them with the sound. The library comes when the first waveform is looked
 * at; the audio element stays ours, so that nothing else depends on it.
 */
export function useWaveSurfer(
  { audio, time, seconds, seek }: Playback,
  peaks: readonly number[] | null,
  height: number,
): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const shown = useRef<WaveSurfer>(undefined);
  const aim = useEffectEvent(seek);
  const duration = useEffectEvent(() => Math.max(seconds, 0.1));

  useEffect(() => {
    const element = container.current;
    if (!element || !audio || !peaks?.length) return;
    let isGone = false;
    const repaint = () => shown.current?.setOptions(coloursOf(element));
    void import("wavesurfer.js").then(({ default: WaveSurferClass }) => {
      if (isGone) return;
      shown.current = WaveSurferClass.create({
        ...{ container: element, media: audio, peaks: [[...peaks]], duration: duration(), height },
        ...{ barWidth: 3, barGap: 3, barRadius: 3, barMinHeight: 3, cursorWidth: 0, dragToSeek: true },
        ...coloursOf(element),
      });
      shown.current.on("interaction", (time) => aim(time));
    });
    const stopWatching = watchTheme(repaint);
    return () => {
      isGone = true;
      stopWatching();
      shown.current?.destroy();
      shown.current = undefined;
    };
  }, [audio, peaks, height]);

  // Before anything is loaded the element tells nobody that it was moved.
  useEffect(() => {
    if (audio?.readyState === 0) shown.current?.setTime(time);
  }, [audio, time]);
  return container;
}

/** A canvas knows no tokens: they are read off an element that wears them. */
function coloursOf(element: HTMLElement): { waveColor: string; progressColor: string } {
  const probe = element.ownerDocument.createElement("span");
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--color-${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = { waveColor: read("wave"), progressColor: read("call") };
  probe.remove();
  return colours;
}

function watchTheme(onChange: () => void): () => void {
  const watcher = new MutationObserver(onChange);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", onChange);
  return () => {
    watcher.disconnect();
    dark.removeEventListener("change", onChange);
  };
}
