import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionFunctionTool,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import { z } from "zod";
import type { ChatEntry, ChatRequest, ChatTool } from "./schema";

/** The request in the words of the Chat Completions API. */
export function chatParameters(model: string, request: ChatRequest): ChatCompletionCreateParamsStreaming {
  const system = request.system.map(
    (text): ChatCompletionMessageParam => ({ role: "system", content: text }),
  );
  return {
    ...{ model, stream: true, messages: [...system, ...request.entries.map(toMessage)] },
    ...{ max_completion_tokens: request.mostTokens ?? 500, temperature: 0.3 },
    ...(request.tools.length > 0 ? { tools: toolsOf(request.tools), parallel_tool_calls: false } : {}),
  };
}

function toMessage(entry: ChatEntry): ChatCompletionMessageParam {
  switch (entry.role) {
    case "user":
      return { role: "user", content: entry.text };
    case "tool":
      return { role: "tool", tool_call_id: entry.id, content: entry.result };
    case "assistant":
      return {
        role: "assistant",
        content: entry.text,
        ...(entry.toolCalls?.length
          ? {
              tool_calls: entry.toolCalls.map(({ id, name, arguments: given }) => ({
                ...{ id, type: "function" as const },
                function: { name, arguments: JSON.stringify(given ?? {}) },
              })),
            }
          : {}),
      };
  }
}

// The same list serves every turn of a conversation; turning schemas into JSON takes longer than everything else here.
const described = new WeakMap<readonly ChatTool[], ChatCompletionFunctionTool[]>();

function toolsOf(tools: readonly ChatTool[]): ChatCompletionFunctionTool[] {
  const known = described.get(tools);
  if (known) return known;
  const made = tools.map(({ name, description, parameters }): ChatCompletionFunctionTool => {
    const { $schema: _, ...schema } = z.toJSONSchema(parameters, { io: "input", unrepresentable: "any" });
    return { type: "function", function: { name, description, parameters: schema } };
  });
  described.set(tools, made);
  return made;
}
