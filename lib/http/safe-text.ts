import { AppError } from "@/lib/kernel/errors";

const deepest = 64;

/** Refuses what cannot be stored, anywhere in a parsed value: NUL, halves of surrogate pairs, and towers of brackets. */
export function requireSafeText(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new AppError("invalid_input", "The request is nested too deeply.");
    for (const text of level) if (typeof text === "string") requireSafeString(text);
    level = level.flatMap(partsOf);
  }
}

function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null || typeof value !== "object") return [];
  return [...Object.keys(value), ...Object.values(value)];
}

function requireSafeString(text: string): void {
  if (text.includes("\u0000") || !text.isWellFormed()) {
    throw new AppError("invalid_input", "The request holds characters that cannot be stored.");
  }
}
