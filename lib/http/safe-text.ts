import { AppError } from "@/lib/kernel/errors";

/** Refuses what PostgreSQL cannot store, anywhere in a parsed value: NUL, and halves of surrogate pairs. */
export function requireSafeText(value: unknown): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") requireSafeString(next);
    else if (Array.isArray(next)) waiting.push(...next.slice(0, 100_000));
    else if (next !== null && typeof next === "object")
      waiting.push(...Object.keys(next), ...Object.values(next));
  }
}

function requireSafeString(text: string): void {
  if (text.includes("\u0000") || !text.isWellFormed()) {
    throw new AppError("invalid_input", "The request holds characters that cannot be stored.");
  }
}
