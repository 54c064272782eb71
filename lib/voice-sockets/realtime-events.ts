import { z } from "zod";

// Events of an OpenAI-realtime-compatible server, in the spelling of 2025's general release and of the beta before it.
const sound = ["response.output_audio.delta", "response.audio.delta"] as const;
const spoken = ["response.output_audio_transcript.done", "response.audio_transcript.done"] as const;

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.enum(sound), delta: z.string() }),
  z.object({ type: z.enum(spoken), transcript: z.string() }),
  z.object({
    type: z.literal("conversation.item.input_audio_transcription.completed"),
    transcript: z.string(),
  }),
  z.object({ type: z.literal("input_audio_buffer.speech_started") }),
  z.object({
    type: z.literal("response.function_call_arguments.done"),
    call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.object({ type: z.literal("response.done") }),
  z.object({ type: z.literal("error"), error: z.object({ message: z.string().default("") }) }),
]);

/** What the model's server tells, in our words. */
export type RealtimeEvent =
  | { kind: "sound"; payload: string }
  | { kind: "spoken"; text: string }
  | { kind: "heard"; text: string }
  | { kind: "speech_started" }
  | { kind: "tool"; id: string; name: string; arguments: string }
  | { kind: "done" }
  | { kind: "failed"; why: string };

/** Reads one event; null for the many that do not matter to us. */
export function readRealtimeEvent(data: string): RealtimeEvent | null {
  const event = Event.safeParse(parse(data));
  if (!event.success) return null;
  const value = event.data;
  switch (value.type) {
    case "response.output_audio.delta":
    case "response.audio.delta":
      return { kind: "sound", payload: value.delta };
    case "response.output_audio_transcript.done":
    case "response.audio_transcript.done":
      return { kind: "spoken", text: value.transcript };
    case "conversation.item.input_audio_transcription.completed":
      return { kind: "heard", text: value.transcript };
    case "input_audio_buffer.speech_started":
      return { kind: "speech_started" };
    case "response.function_call_arguments.done":
      return { kind: "tool", id: value.call_id, name: value.name, arguments: value.arguments };
    case "response.done":
      return { kind: "done" };
    case "error":
      return { kind: "failed", why: value.error.message };
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** What the model is set up with: its instructions, its tools, µ-law both ways, and who decides when a turn ends. */
export function sessionUpdate(setup: {
  instructions: string;
  tools: readonly object[];
  voice: string;
}): string {
  const format = { type: "audio/pcmu" };
  return JSON.stringify({
    type: "session.update",
    session: {
      type: "realtime",
      instructions: setup.instructions,
      tools: setup.tools,
      output_modalities: ["audio"],
      audio: {
        input: { format, transcription: { model: "whisper-1" }, turn_detection: { type: "server_vad" } },
        output: { format, voice: setup.voice || "alloy" },
      },
    },
  });
}

/** The caller's sound. */
export function appendSound(payload: string): string {
  return JSON.stringify({ type: "input_audio_buffer.append", audio: payload });
}

/** Asks the model to speak; with words it says about these. */
export function askToSpeak(words?: string): string {
  return JSON.stringify({
    type: "response.create",
    ...(words ? { response: { instructions: `Say: ${words}` } } : {}),
  });
}

/** The caller's words in text, for a key that was pressed. */
export function userText(text: string): string {
  return JSON.stringify({
    type: "conversation.item.create",
    item: { type: "message", role: "user", content: [{ type: "input_text", text }] },
  });
}

/** What a tool gave. */
export function toolResult(id: string, result: object): string {
  return JSON.stringify({
    type: "conversation.item.create",
    item: { type: "function_call_output", call_id: id, output: JSON.stringify(result) },
  });
}

/** Stops the answer that is being spoken. */
export function cancelAnswer(): string {
  return JSON.stringify({ type: "response.cancel" });
}
