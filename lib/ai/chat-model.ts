import { env } from "@/lib/env";
import { readSwitches } from "@/lib/switches";
import { openModel } from "./open-model";
import type { ChatModel } from "./schema";

// The web process loads this module twice; the connections to the model are shared.
const home = globalThis as typeof globalThis & { trunklineModel?: ChatModel | null };

/** The model of this installation; null when no key is set or the super admin has switched it off, so that nobody waits for an answer that cannot come. */
export async function chatModel(): Promise<ChatModel | null> {
  if (!(await readSwitches()).aiModel) return null;
  if (home.trunklineModel === undefined)
    home.trunklineModel = env.openai.apiKey ? openModel(env.openai) : null;
  return home.trunklineModel ?? null;
}

/** Puts another model in its place, for tests and benchmarks; null for none. */
export function installModel(model: ChatModel | null): void {
  home.trunklineModel = model;
}
