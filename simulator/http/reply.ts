import type { Reply } from "./exchange";

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** 204: done, nothing to say. */
export function nothing(): Reply {
  return { status: 204 };
}

/** The simulator's own errors (not a carrier's): problem+json with one sentence that says what to do. */
export function problem(status: number, detail: string): Reply {
  const body = JSON.stringify({ title: "The simulator could not do that", status, detail });
  return { status, headers: { "content-type": "application/problem+json" }, body };
}
