import { type ChatModel, chatModel, type FailureReason, ModelFailure } from "@/lib/ai";
import { env } from "@/lib/env";
import type { Finding } from "./schema";

const subject = { key: "model", title: "AI model" };
const patienceMilliseconds = 5_000;
const lifeMilliseconds = 600_000;

const failures: Record<FailureReason, { sentence: string; cure: string }> = {
  no_key: {
    sentence: "The model's server does not accept the key.",
    cure: "Copy OPENAI_API_KEY fresh, and check OPENAI_BASE_URL. Until then the built-in receptionist answers.",
  },
  timeout: {
    sentence: "The model did not answer in time.",
    cure: "Look at the state of its server, or choose a quicker OPENAI_MODEL.",
  },
  rate_limited: {
    sentence: "The model's server refuses more requests: a limit or the account's money is used up.",
    cure: "Raise the limit or add money there. Until then the built-in receptionist answers.",
  },
  bad_answer: {
    sentence: "The model's server did not understand the question.",
    cure: "Check OPENAI_MODEL and OPENAI_BASE_URL: that server may not have this model.",
  },
  unreachable: {
    sentence: "The model's server cannot be reached.",
    cure: "Check OPENAI_BASE_URL, DNS and the firewall. Until then the built-in receptionist answers.",
  },
};

type Kept = { model: ChatModel; finding: Finding; until: number };
const home: typeof globalThis & { trunklineModelFinding?: Kept } = globalThis;

/** Asks the model for one word; what it said holds for ten minutes, since it is the same for every business. */
export async function examineModel(): Promise<Finding> {
  const model = await chatModel();
  if (!model)
    return {
      ...subject,
      tone: "warn",
      sentence: "No model is connected: the built-in receptionist answers, and says so when it is asked.",
      cure: "Set OPENAI_API_KEY (and OPENAI_BASE_URL for another server) to have callers answered by a model.",
    };
  const kept = home.trunklineModelFinding;
  if (kept?.model === model && kept.until > Date.now()) return kept.finding;
  const finding = await ask(model);
  home.trunklineModelFinding = { model, finding, until: Date.now() + lifeMilliseconds };
  return finding;
}

async function ask(model: ChatModel): Promise<Finding> {
  const startedAt = performance.now();
  try {
    const question = {
      system: ["Answer with one word."],
      entries: [{ role: "user", text: "Ready?" }] as const,
    };
    const answer = model.streamChat({
      ...question,
      tools: [],
      deadlineMs: patienceMilliseconds,
      mostTokens: 8,
    });
    for await (const _piece of answer) break;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    return { ...subject, tone: "good", sentence: `${env.openai.model} answers after ${seconds} s.` };
  } catch (error) {
    const reason = error instanceof ModelFailure ? error.reason : "unreachable";
    return { ...subject, tone: "bad", ...failures[reason] };
  }
}
