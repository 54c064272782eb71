import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import { ModelFailure } from "./model-failure";
import type { AskedTool, ChatPiece } from "./schema";

// A model that loses itself asks for the same thing a hundred times, or sends arguments without end.
const mostToolCalls = 16;
const longestArguments = 20_000;

type Growing = { id: string; name: string; json: string };

/** Turns the chunks of an answer into pieces: text as it comes, a tool's request once it is whole. */
export async function* readPieces(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ChatPiece> {
  const growing = new Map<number, Growing>();
  let reason: string | null = null;
  let hasContent = false;
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content;
    if (typeof text === "string" && text !== "") {
      hasContent = true;
      yield { text };
    }
    for (const part of choice?.delta?.tool_calls ?? []) grow(growing, part);
    reason = choice?.finish_reason ?? reason;
  }
  if (reason === null && !hasContent && growing.size === 0) throw new ModelFailure("bad_answer");
  for (const one of growing.values()) yield { toolCall: finish(one) };
  yield {
    done: growing.size > 0 ? "tools" : reason === "length" ? "length" : reason === null ? "cut" : "stop",
  };
}

type Part = NonNullable<ChatCompletionChunk.Choice.Delta["tool_calls"]>[number];

function grow(growing: Map<number, Growing>, part: Part): void {
  const index = part.index ?? 0;
  const known = growing.get(index) ?? { id: "", name: "", json: "" };
  if (!growing.has(index) && growing.size >= mostToolCalls) return;
  growing.set(index, {
    id: known.id || (part.id ?? ""),
    name: known.name + (part.function?.name ?? ""),
    json: (known.json + (part.function?.arguments ?? "")).slice(0, longestArguments),
  });
}

function finish({ id, name, json }: Growing): AskedTool {
  return { id: id || `call_${name}`, name, arguments: json.trim() === "" ? {} : parse(json) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
