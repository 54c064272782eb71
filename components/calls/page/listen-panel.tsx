"use client";
import { Gauge, Pause, RotateCcw, RotateCw } from "lucide-react";
import { Transcript } from "@/components/calls/page/transcript";
import { Player, skipSeconds } from "@/components/calls/player/player";
import { usePlayback } from "@/components/calls/player/use-playback";
import { useCommands } from "@/components/ui/keyboard/use-commands";
import type { CallView, RecordingView, TraceView } from "@/lib/calls/schema";

type ListenPanelProps = { call: CallView; traces: TraceView[]; recording: RecordingView };

/** The recording with the transcript that moves along; a click on a line goes to its place in the sound. */
export function ListenPanel({ call, traces, recording }: ListenPanelProps) {
  const playback = usePlayback(recording);
  const { toggle, skip, changeRate } = playback;
  useCommands("Recording", [
    { id: "play", title: "Play or pause", hotkey: "k", icon: <Pause />, perform: toggle },
    {
      id: "back",
      title: "Back 10 seconds",
      hotkey: "j",
      icon: <RotateCcw />,
      perform: () => skip(-skipSeconds),
    },
    {
      id: "forward",
      title: "Forward 10 seconds",
      hotkey: "l",
      icon: <RotateCw />,
      perform: () => skip(skipSeconds),
    },
    { id: "speed", title: "Change the speed", hotkey: "s", icon: <Gauge />, perform: changeRate },
  ]);
  return (
    <>
      <Player playback={playback} />
      {recording.transcript && call.turns.length === 0 && (
        <p className="mt-5 max-w-[64ch]">“{recording.transcript}”</p>
      )}
      <Transcript call={call} traces={traces} playback={playback} />
    </>
  );
}
