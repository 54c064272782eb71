import type { z } from "zod";
import { checkWith } from "./check-with";
import { requireSafeText } from "./safe-text";

/** Checks the query string. A name that comes twice becomes a list, which only a schema that wants one accepts. */
export function parseQuery<Schema extends z.ZodType>(url: string, schema: Schema): z.output<Schema> {
  const given = new URL(url).searchParams;
  const entries = [...new Set(given.keys())].map((name) => {
    const values = given.getAll(name);
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  const value = Object.fromEntries(entries);
  requireSafeText(value);
  return checkWith(schema, value, "query");
}
