import type { RelayStep } from "../../instructions";
import { complain, type LiveCall, type Next } from "../call";

export async function performRelay(call: LiveCall, _step: RelayStep): Promise<Next> {
  complain(call, "simulator", "<ConversationRelay> is not simulated yet");
  return { kind: "next" };
}
