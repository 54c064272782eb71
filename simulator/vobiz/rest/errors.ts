import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";

/** The three shapes of Vobiz's error bodies, by the part of the API that uses each. */
export type ErrorShape = "plain" | "named" | "status";

/** A refusal. Thrown by whatever answers a Vobiz path, rendered once by `vobizRoute`. */
export class VobizError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `{api_id, error}`, `{api_id, error, message}` or `{status, message}`. */
export function errorReply({ status, message }: VobizError, shape: ErrorShape): Reply {
  const api_id = "sim-error";
  if (shape === "plain") return json(status, { api_id, error: message });
  if (shape === "named") return json(status, { api_id, error: nameOf(status), message });
  return json(status, { status: "error", message });
}

const names: Record<number, string> = {
  400: "bad_request",
  401: "unauthorized",
  402: "payment_required",
  404: "not_found",
  409: "conflict",
  429: "too_many_requests",
};

function nameOf(status: number): string {
  return names[status] ?? "internal_error";
}

/** How Vobiz says 429 and 500 before its own code decides anything. */
export function vobizTrouble(status: 429 | 500): Reply {
  const message = status === 429 ? "CPS or concurrency limit reached" : "Internal server error";
  return errorReply(new VobizError(status, message), "plain");
}
