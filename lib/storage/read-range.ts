import type { ByteRange } from "./storage";

/**
 * Reads a `Range` header for a file of `size` bytes: one byte range, "unsatisfiable" (answer 416), or null for the
 * whole file (no header, another unit, several ranges: RFC 9110 lets a server ignore those).
 */
export function readRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replace(/\s/g, "") ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const range =
    match[1] === "" ? lastBytes(Number(match[2]), size) : fromTo(match[1] ?? "", match[2] ?? "", size);
  if (!range) return null;
  return range.start >= size || range.start > range.end ? "unsatisfiable" : range;
}

function lastBytes(count: number, size: number): ByteRange {
  return count === 0 ? { start: size, end: size } : { start: Math.max(size - count, 0), end: size - 1 };
}

// A range that ends before it begins is malformed, and a malformed header is ignored.
function fromTo(first: string, last: string, size: number): ByteRange | null {
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}
