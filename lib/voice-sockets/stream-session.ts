import type { Exchange } from "@/lib/calls";
import type { MediaCodec, MediaFrame } from "@/lib/carriers";
import { newId } from "@/lib/kernel/ids";
import type { Next, ToolTrace } from "@/lib/receptionist";
import {
  appendSound,
  askToSpeak,
  cancelAnswer,
  type RealtimeEvent,
  sessionUpdate,
  toolResult,
  userText,
} from "./realtime-events";

/** What a stream session does to the world. */
export type StreamPorts = {
  codec: MediaCodec;
  toCarrier: (frame: string) => void;
  toModel: (event: string) => void;
  /** Runs one of the receptionist's tools under all its rules. */
  performTool: (call: {
    id: string;
    name: string;
    arguments: string;
  }) => Promise<{ trace: ToolTrace; next: Next | null }>;
  keep: (exchange: Exchange) => void;
  /** Ends the stream; the flow goes on with what was decided. */
  end: (next: Next | null) => void;
  setTimer: (work: () => void, milliseconds: number) => () => void;
};

export type StreamSetup = {
  instructions: string;
  tools: readonly object[];
  voice: string;
  greeting: string;
  minutes: number;
  toolCalls: number;
};

export type StreamSession = {
  fromCarrier: (frame: MediaFrame) => void;
  fromModel: (event: RealtimeEvent) => void;
  close: () => void;
};

/**
 * Bridges a caller's sound to a realtime model. The caller's speech empties what is queued at the carrier at once; a
 * decision of the model (goodbye, transfer) is carried out when its last words have been played.
 */
export function startStreamSession(setup: StreamSetup, ports: StreamPorts): StreamSession {
  let streamId: string | null = null;
  let said = "";
  let decided: Next | null = null;
  let tools: ToolTrace[] = [];
  let toolCalls = 0;
  let marks = 0;
  let isOver = false;
  const stopClock = ports.setTimer(() => end({ do: "hang_up" }), setup.minutes * 60_000);
  return { fromCarrier, fromModel, close };

  function fromCarrier(frame: MediaFrame): void {
    if (isOver) return;
    if (frame.kind === "start") begin(frame.streamId);
    else if (frame.kind === "sound") ports.toModel(appendSound(frame.payload));
    else if (frame.kind === "digit") press(frame.digit);
    else if (frame.kind === "played" && decided && frame.mark === `said-${marks}`) end(decided);
    else if (frame.kind === "stop") close();
  }

  function begin(id: string): void {
    streamId = id;
    ports.toModel(sessionUpdate(setup));
    ports.toModel(askToSpeak(setup.greeting));
  }

  function press(digit: string): void {
    ports.toModel(userText(`(pressed ${digit})`));
    ports.toModel(askToSpeak());
  }

  function fromModel(event: RealtimeEvent): void {
    if (isOver || !streamId) return;
    if (event.kind === "sound") ports.toCarrier(ports.codec.sound(streamId, event.payload));
    else if (event.kind === "speech_started") interrupt(streamId);
    else if (event.kind === "heard") said = event.text.trim();
    else if (event.kind === "spoken") keepExchange(event.text.trim());
    else if (event.kind === "tool") void workTool(event);
    else if (event.kind === "done") markEnd(streamId);
    else if (event.kind === "failed") end(null);
  }

  function interrupt(id: string): void {
    ports.toCarrier(ports.codec.clear(id));
    ports.toModel(cancelAnswer());
    decided = null;
  }

  function keepExchange(replied: string): void {
    const outcome = {
      text: replied,
      next: decided ?? { do: "listen" as const },
      dialog: {},
      source: "model" as const,
      tools,
      firstTokenMilliseconds: null,
    };
    ports.keep({ turnId: newId(), said, replied, isInterrupted: false, outcome });
    said = "";
    tools = [];
  }

  async function workTool(call: { id: string; name: string; arguments: string }): Promise<void> {
    toolCalls += 1;
    if (toolCalls > setup.toolCalls) return end({ do: "hang_up" });
    const { trace, next } = await ports.performTool(call);
    tools.push(trace);
    decided = next ?? decided;
    ports.toModel(toolResult(call.id, trace.result));
    ports.toModel(askToSpeak());
  }

  /** Played to here: a decision is carried out only after the caller heard the words that announce it. */
  function markEnd(id: string): void {
    marks += 1;
    ports.toCarrier(ports.codec.mark(id, `said-${marks}`));
  }

  function end(next: Next | null): void {
    if (isOver) return;
    close();
    ports.end(next);
  }

  function close(): void {
    isOver = true;
    stopClock();
  }
}
