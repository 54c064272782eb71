import { fitOf } from "@/lib/language";
import type { Desk } from "./desk";
import type { Service } from "./match-service";

const linesBack = 6;

/** The service that was talked about a moment ago, for when a model failed in the middle of a booking. */
export function recallService(desk: Desk, services: readonly Service[]): Service | null {
  const lines = desk.input.history.slice(-linesBack).toReversed();
  for (const { speaker, text } of lines) {
    if (speaker !== "caller") continue;
    const fitting = services.filter((one) => fitOf(text, one.name) >= 0.5);
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  return null;
}

/** Whether the last thing the receptionist said was about finding a time. */
export function wasScheduling(desk: Desk): boolean {
  const last = desk.input.history.findLast((line) => line.speaker === "assistant")?.text ?? "";
  return /\b(?:book|appointment|available|free|slot|schedule|cita|reserv)|अपॉइंटमेंट|बुक|ख़ाली|खाली/iu.test(last);
}

/** Whether the last thing the receptionist said offered to take a message. */
export function wasOfferingMessage(desk: Desk): boolean {
  const last = desk.input.history.findLast((line) => line.speaker === "assistant")?.text ?? "";
  return /\bmessage\b|\brecado\b|\bmensaje\b|संदेश/iu.test(last);
}
