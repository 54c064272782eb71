import { AppError } from "@/lib/kernel/errors";
import type { AppointmentView, BookingProblem } from "./schema";

type Answer =
  | { ok: true; appointment: AppointmentView }
  | { ok: false; reason: BookingProblem | "not_found" };

/** The appointment, or the refusal in words: what happened and what to do. */
export function requireBooked(answer: Answer): AppointmentView {
  if (answer.ok) return answer.appointment;
  if (answer.reason === "not_found") throw new AppError("not_found", "There is no such appointment.");
  throw new AppError("refused", sentences[answer.reason], { details: { code: answer.reason } });
}

const sentences: Record<BookingProblem, string> = {
  taken: "Somebody took this time a moment ago. Choose another one.",
  closed: "This time is outside working hours. Choose another one, or change the hours.",
  past: "This time is over. Choose a later one.",
  unknown_service: "This service is not offered by that person. Choose again.",
};
