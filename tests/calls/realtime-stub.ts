import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { decodeSpoken, encodeSpoken, FRAME_BYTES, silentFrame } from "@/simulator/voice/sockets/spoken-bytes";

/** What the stub makes of something it heard (or of its tools' results). */
export type RealtimeAnswer = {
  say?: string;
  tools?: { name: string; arguments: object }[];
  /** What goes wrong in place of an answer. */
  trouble?: "silence" | "dies" | "fails" | "server_error";
};

type Sent = { type: string; [field: string]: unknown };

export type RealtimeStub = {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  /** Everything that clients sent, without their sound. */
  events: Sent[];
  /** The words in the sound that clients sent. */
  heard: string[];
  /** Open connections. */
  open(): number;
  /** Refuses what a session is set up with. */
  refusesSetUp: boolean;
  answer: (heard: string | null, results: readonly unknown[]) => RealtimeAnswer;
  close(): Promise<void>;
};

/**
 * A server that speaks OpenAI's realtime protocol over µ-law sound, with its rules: one answer at a time, a cancel without
 * an answer is an error, speech of the caller cancels by itself, the transcription of it comes after the answer has begun.
 */
export async function startRealtimeStub(): Promise<RealtimeStub> {
  const server = createServer((_request, response) => void response.writeHead(404).end());
  const sockets = new WebSocketServer({ server });
  const stub: RealtimeStub = {
    ...{ url: "", events: [], heard: [], refusesSetUp: false, answer: () => ({ say: "Yes." }) },
    open: () => sockets.clients.size,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  sockets.on("connection", (socket) => converse(stub, socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return stub;
}

function converse(stub: RealtimeStub, socket: WebSocket): void {
  let sound = Buffer.alloc(0);
  let isSpeaking = false;
  let active: { isCancelled: boolean } | null = null;
  const results: unknown[] = [];
  let count = 0;
  const send = (type: string, fields: object = {}) => socket.send(JSON.stringify({ type, ...fields }));
  const refuse = (code: string, param: string | null = null) =>
    send("error", { error: { type: "invalid_request_error", code, message: code, param } });
  send("session.created");

  socket.on("message", (data) => {
    const event = JSON.parse(String(data)) as Sent;
    if (event.type === "input_audio_buffer.append") return listen(Buffer.from(String(event.audio), "base64"));
    stub.events.push(event);
    if (event.type === "session.update" && stub.refusesSetUp) refuse("invalid_value", "session.audio");
    if (event.type === "response.create") create(event.response as { instructions?: string } | undefined);
    if (event.type === "response.cancel") cancel();
    const item = event.item as { type?: string; output?: string } | undefined;
    if (item?.type === "function_call_output") results.push(JSON.parse(item.output ?? "null"));
  });

  /** Words begin where their mark is; they are over with the next silence. */
  function listen(frame: Buffer): void {
    const isSilent = frame.equals(silentFrame());
    if (!isSilent) sound = Buffer.concat([sound, frame]);
    if (!isSilent && !isSpeaking) {
      isSpeaking = true;
      send("input_audio_buffer.speech_started");
      if (active) cancel();
    }
    if (!isSilent || !isSpeaking) return;
    isSpeaking = false;
    const words = decodeSpoken(sound).join(" ");
    sound = Buffer.alloc(0);
    stub.heard.push(words);
    send("input_audio_buffer.speech_stopped");
    void respond(stub.answer(words, []), words);
  }

  function cancel(): void {
    if (active) {
      active.isCancelled = true;
      active = null;
      send("response.done", { response: { status: "cancelled" } });
    } else refuse("response_cancel_not_active");
  }

  function create(response: { instructions?: string } | undefined): void {
    const words = response?.instructions?.replace(/^Say: /, "");
    if (active) refuse("conversation_already_has_active_response");
    else void respond(words === undefined ? stub.answer(null, results.splice(0)) : { say: words }, null);
  }

  async function respond({ say, tools = [], trouble }: RealtimeAnswer, heard: string | null): Promise<void> {
    if (trouble === "dies") return socket.terminate();
    if (trouble === "silence") return;
    if (trouble === "server_error")
      return send("error", { error: { type: "server_error", message: "down" } });
    const mine = { isCancelled: false };
    active = mine;
    count += 1;
    send("response.created");
    if (say) await speak(say, `item_${count}`, mine);
    if (heard !== null) send("conversation.item.input_audio_transcription.completed", { transcript: heard });
    if (mine.isCancelled) return;
    for (const [index, { name, arguments: given }] of tools.entries())
      send("response.function_call_arguments.done", {
        ...{ call_id: `call_${count}_${index}`, name, arguments: JSON.stringify(given) },
      });
    active = null;
    send("response.done", { response: { status: trouble === "fails" ? "failed" : "completed" } });
  }

  async function speak(words: string, item_id: string, mine: { isCancelled: boolean }): Promise<void> {
    const whole = encodeSpoken(words, words.length / 15);
    for (let at = 0; at < whole.length && !mine.isCancelled; at += 25 * FRAME_BYTES) {
      const delta = whole.subarray(at, at + 25 * FRAME_BYTES).toString("base64");
      send("response.output_audio.delta", { item_id, delta });
      await delay(2); // a model speaks much faster than a person listens, but not at once
    }
    send("response.output_audio_transcript.done", { item_id, transcript: words });
  }
}
