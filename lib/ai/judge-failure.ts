import OpenAI from "openai";
import { ModelFailure } from "./model-failure";

/** Sorts what a request to the model threw into the few reasons that matter to whoever asked. */
export function judgeFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof OpenAI.APIConnectionTimeoutError) return new ModelFailure("timeout", error);
  if (error instanceof OpenAI.APIConnectionError) return new ModelFailure("unreachable", error);
  if (error instanceof OpenAI.APIError) return new ModelFailure(reasonOf(error.status), error);
  const isParsing = error instanceof SyntaxError || error instanceof OpenAI.OpenAIError;
  return new ModelFailure(isParsing ? "bad_answer" : "unreachable", error);
}

function reasonOf(status: number | undefined) {
  if (status === 429) return "rate_limited";
  if (status === 401 || status === 403) return "no_key";
  if (status === 408 || status === 504) return "timeout";
  return status === undefined || status >= 500 ? "unreachable" : "bad_answer";
}
