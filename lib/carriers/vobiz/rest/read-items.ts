import { z } from "zod";

// Vobiz's lists are called differently on each page of its reference.
const listNames = [
  "items",
  "objects",
  "data",
  "calls",
  "numbers",
  "cdrs",
  "applications",
  "results",
] as const;

/** The entries of a list answer that look as they should; others are left out. */
export function readItems<Item>(body: unknown, item: z.ZodType<Item>): Item[] {
  return findList(body).flatMap((entry) => {
    const parsed = item.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

const record = z.record(z.string(), z.unknown());

function findList(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  const fields = record.safeParse(body).data ?? {};
  const name = listNames.find((candidate) => Array.isArray(fields[candidate]));
  const list = name ? fields[name] : undefined;
  return Array.isArray(list) ? list : [];
}
