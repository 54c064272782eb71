import type { StreamStep } from "../../instructions";
import { complain, type LiveCall, type Next } from "../call";

export async function performStream(call: LiveCall, _step: StreamStep): Promise<Next> {
  complain(call, "simulator", "<Stream> is not simulated yet");
  return { kind: "next" };
}

export async function stopStream(_call: LiveCall, _name: string | undefined): Promise<Next> {
  return { kind: "next" };
}
