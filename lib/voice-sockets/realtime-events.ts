import { z } from "zod";

// Events of an OpenAI-realtime-compatible server, in the spelling of 2025's general release and of the beta before it.
const sound = ["response.output_audio.delta", "response.audio.delta"] as const;
const spoken = ["response.output_audio_transcript.done", "response.audio_transcript.done"] as const;

const Event = z.discriminatedUnion("type", [
  z.object({ type: z.literal("response.created") }),
  z.object({ type: z.enum(sound), delta: z.string(), item_id: z.string().default("") }),
  z.object({ type: z.enum(spoken), transcript: z.string() }),
  z.object({
    type: z.literal("conversation.item.input_audio_transcription.completed"),
    transcript: z.string(),
  }),
  z.object({ type: z.literal("conversation.item.input_audio_transcription.failed") }),
  z.object({ type: z.literal("input_audio_buffer.speech_started") }),
  z.object({ type: z.literal("input_audio_buffer.speech_stopped") }),
  z.object({
    type: z.literal("response.function_call_arguments.done"),
    call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.object({
    type: z.literal("response.done"),
    response: z.object({ status: z.string().default("completed") }).prefault({}),
  }),
  z.object({
    type: z.literal("error"),
    error: z.object({
      ...{ type: z.string().default(""), message: z.string().default("") },
      param: z.string().nullish(),
    }),
  }),
]);

/** What the model's server tells, in our words. */
export type RealtimeEvent =
  | { kind: "begun" }
  | { kind: "sound"; payload: string; itemId: string }
  | { kind: "spoken"; text: string }
  /** What the caller said; comes when the transcription is ready, often after the answer to it. "" when it failed. */
  | { kind: "heard"; text: string }
  | { kind: "speech_started" }
  | { kind: "speech_stopped" }
  | { kind: "tool"; id: string; name: string; arguments: string }
  | { kind: "done"; status: string }
  | { kind: "failed"; isFatal: boolean; why: string };

/** Reads one event; null for the many that do not matter to us. */
export function readRealtimeEvent(data: string): RealtimeEvent | null {
  const event = Event.safeParse(parse(data));
  if (!event.success) return null;
  const value = event.data;
  switch (value.type) {
    case "response.created":
      return { kind: "begun" };
    case "response.output_audio.delta":
    case "response.audio.delta":
      return { kind: "sound", payload: value.delta, itemId: value.item_id };
    case "response.output_audio_transcript.done":
    case "response.audio_transcript.done":
      return { kind: "spoken", text: value.transcript };
    case "conversation.item.input_audio_transcription.completed":
      return { kind: "heard", text: value.transcript };
    case "conversation.item.input_audio_transcription.failed":
      return { kind: "heard", text: "" };
    case "input_audio_buffer.speech_started":
      return { kind: "speech_started" };
    case "input_audio_buffer.speech_stopped":
      return { kind: "speech_stopped" };
    case "response.function_call_arguments.done":
      return { kind: "tool", id: value.call_id, name: value.name, arguments: value.arguments };
    case "response.done":
      return { kind: "done", status: value.response.status };
    case "error":
      return { kind: "failed", isFatal: isFatal(value.error), why: value.error.message };
  }
}

/**
 * Most errors leave the session as it was (a cancel that came too late, the reference says so). A refused set-up does not:
 * the model would talk without its instructions.
 */
function isFatal({ type, param }: { type: string; param?: string | null | undefined }): boolean {
  return type !== "invalid_request_error" || (param ?? "").startsWith("session");
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

const voices = ["alloy", "ash", "ballad", "cedar", "coral", "echo", "marin", "sage", "shimmer", "verse"];

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
        output: { format, voice: voices.find((one) => one === setup.voice) ?? voices[0] },
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

/** Tells the model how much of its words the caller heard before they spoke over it. */
export function cutAnswer(itemId: string, heardMilliseconds: number): string {
  return JSON.stringify({
    type: "conversation.item.truncate",
    item_id: itemId,
    content_index: 0,
    audio_end_ms: heardMilliseconds,
  });
}
