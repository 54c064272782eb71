import { z } from "zod";

/** A JSON Schema (2020-12), as far as we look into it. */
export type JsonSchema = { [name: string]: unknown };

/** Schemas that have a name, by name; filled while others are translated. */
export type NamedSchemas = Record<string, JsonSchema>;

/**
 * Translates a zod schema. What has a name (`meta({ id })`) goes into `named` and is referred to.
 * @param side "input": what may be sent; "output": what is answered, where more fields may come in later versions
 */
export function toJsonSchema(schema: z.ZodType, side: "input" | "output", named: NamedSchemas): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...translated
  } = z.toJSONSchema(schema, {
    io: side,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date")
        Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  for (const [name, definition] of Object.entries($defs ?? {})) named[name] ??= tidy(definition, side);
  return tidy(translated, side);
}

/** Without what says nothing: patterns beside a format, the limits of a double, the closing of answers. */
function tidy(value: unknown, side: "input" | "output"): JsonSchema {
  const kept = Object.entries(value ?? {}).filter(([name, part]) => !isNoise(name, part, value, side));
  return Object.fromEntries(kept.map(([name, part]) => [name, tidyPart(name, part, side)]));
}

function tidyPart(name: string, part: unknown, side: "input" | "output"): unknown {
  if (name === "$ref" && typeof part === "string") return part.replace("#/$defs/", "#/components/schemas/");
  if (Array.isArray(part)) return part.map((item) => (isObject(item) ? tidy(item, side) : item));
  return isObject(part) ? tidy(part, side) : part;
}

function isNoise(name: string, part: unknown, holder: unknown, side: "input" | "output"): boolean {
  if (name === "id" && isObject(holder) && "type" in holder && typeof part === "string") return true;
  if (name === "pattern") return isObject(holder) && "format" in holder;
  if (name === "propertyNames") return true;
  if (name === "additionalProperties") return side === "output" && part === false;
  return (name === "maximum" || name === "minimum") && Math.abs(Number(part)) === Number.MAX_SAFE_INTEGER;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
