import { storableText } from "@/lib/kernel/text";

/** Decoded webhook fields, every value of a repeated name kept, untouched: signatures are made over these. */
export type Fields = ReadonlyMap<string, readonly string[]>;

const maximumFields = 500;

/** Decodes a form body or query. Never throws: broken percent signs and bytes become U+FFFD as browsers do. */
export function readForm(text: string): Fields {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > maximumFields) break;
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** Flattens a JSON object into fields: scalars become text, anything deeper is kept as JSON. Not an object: no fields. */
export function readJson(text: string): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of Object.entries(parseObject(text)).slice(0, maximumFields)) {
    if (value === null || value === undefined) continue;
    fields.set(name, [typeof value === "object" ? JSON.stringify(value) : String(value)]);
  }
  return fields;
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** The first value of a field, storable; "" when it is missing. The first wins so that a smuggled second one cannot. */
export function first(fields: Fields, name: string, limit = 2_000): string {
  const value = fields.get(name)?.[0];
  return value === undefined ? "" : storableText(value, limit);
}

/** Which of these names came more than once with different values (parameter pollution, ASVS 15.3.7). */
export function duplicated(fields: Fields, names: readonly string[]): string[] {
  return names.filter((name) => new Set(fields.get(name) ?? []).size > 1);
}
