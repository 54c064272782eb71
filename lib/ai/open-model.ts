import OpenAI from "openai";
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import { Agent, fetch as undiciFetch } from "undici";
import { chatParameters } from "./chat-parameters";
import { judgeFailure } from "./judge-failure";
import { ModelFailure } from "./model-failure";
import { readPieces } from "./read-pieces";
import type { ChatModel, ChatPiece, ChatRequest } from "./schema";

export type ModelSettings = { apiKey: string | undefined; baseUrl?: string | undefined; model: string };

// A caller pauses for many seconds between turns; the connection must outlive the pause.
const idleMilliseconds = 90_000;

/** Opens a model behind the Chat Completions API of OpenAI or of any server that speaks it. */
export function openModel(settings: ModelSettings): ChatModel {
  const { apiKey, baseUrl, model } = settings;
  if (!apiKey) return { streamChat: refuse };
  const agent = new Agent({
    keepAliveTimeout: idleMilliseconds,
    keepAliveMaxTimeout: idleMilliseconds,
    connections: 256,
  });
  const client = new OpenAI({
    ...{ apiKey, ...(baseUrl ? { baseURL: baseUrl } : {}), maxRetries: 0, logLevel: "off" },
    fetch: dialThrough(agent),
  });
  return { streamChat: (request) => streamFrom(client, model, request) };
}

async function* streamFrom(client: OpenAI, model: string, request: ChatRequest): AsyncGenerator<ChatPiece> {
  const deadline = AbortSignal.timeout(Math.max(1, Math.round(request.deadlineMs)));
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
  try {
    const chunks = await client.chat.completions.create(chatParameters(model, request), { signal });
    yield* readPieces(untilAborted(chunks, signal));
    if (deadline.aborted && !request.signal?.aborted) throw new ModelFailure("timeout");
  } catch (error) {
    if (request.signal?.aborted) return;
    throw deadline.aborted ? new ModelFailure("timeout", error) : judgeFailure(error);
  }
}

/** A server that goes on sending after the abort must not be heard any more. */
async function* untilAborted(
  chunks: AsyncIterable<ChatCompletionChunk>,
  signal: AbortSignal,
): AsyncGenerator<ChatCompletionChunk> {
  for await (const chunk of chunks) {
    if (signal.aborted) return;
    yield chunk;
  }
}

// biome-ignore lint/correctness/useYield: a model without a key fails before its first piece
async function* refuse(): AsyncGenerator<ChatPiece> {
  throw new ModelFailure("no_key");
}

function dialThrough(agent: Agent): typeof fetch {
  const dial: unknown = (url: string, init: object) => undiciFetch(url, { ...init, dispatcher: agent });
  return dial as typeof fetch;
}
