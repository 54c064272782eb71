"use client";
import { useQuery } from "@tanstack/react-query";
import { CardTurns } from "@/components/calls/card/card-turns";
import { callQuery } from "@/components/calls/data/queries";
import { Player } from "@/components/calls/player/player";
import { type Playback, usePlayback } from "@/components/calls/player/use-playback";
import { turnAt } from "@/components/calls/turn-at";
import type { CallGlance, CallTurnView, RecordingView } from "@/lib/calls/schema";

/** The recording with the two things said around what is heard; the whole transcript comes with the first listening. */
export function CardSound({ call, recording }: { call: CallGlance; recording: RecordingView }) {
  const playback = usePlayback(recording);
  const isHeard = playback.isPlaying || playback.time > 0;
  const { data: whole } = useQuery({ ...callQuery(call.id), enabled: isHeard });
  const { turns, current } = around(whole?.turns ?? [], playback);
  return (
    <>
      <Player playback={playback} isCompact />
      <CardTurns call={call} turns={isHeard && turns.length > 0 ? turns : call.turns} current={current} />
    </>
  );
}

/** What is heard and what was said before it; at the very beginning what comes next. */
function around(all: readonly CallTurnView[], { time, recording }: Playback) {
  const index = Math.max(0, turnAt(all, time + recording.startsAtSecond));
  const from = Math.max(0, Math.min(index - 1, all.length - 2));
  return { turns: all.slice(from, from + 2), current: all[index] };
}
