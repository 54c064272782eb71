import { z } from "zod";
import type { JsonSchema, NamedSchemas } from "../document/json-schema";

/** One field of a request or an answer, in words. */
export type FieldRow = {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
  /** What counts when it is left out. */
  fallback: string | null;
};

const Node = z.looseObject({
  type: z.string().or(z.array(z.string())).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  items: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.record(z.string(), z.unknown())).optional(),
  oneOf: z.array(z.record(z.string(), z.unknown())).optional(),
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).optional(),
});

/** The fields of an object, or of whichever of several objects it may be. */
export function fieldRows(
  schema: JsonSchema,
  named: NamedSchemas,
  words: Readonly<Record<string, string>> = {},
): FieldRow[] {
  const variants = variantsOf(schema, named);
  const rows = new Map<string, FieldRow>();
  for (const { properties = {}, required = [] } of variants) {
    for (const [name, property] of Object.entries(properties)) {
      const known = rows.get(name);
      const type = typeWords(property, named);
      const isRequired = required.includes(name) && variants.every((one) => one.required?.includes(name));
      if (known) known.type = joinTypes(known.type, type);
      else rows.set(name, { name, type, isRequired, ...saidOf(property, named, words[name]) });
    }
  }
  return [...rows.values()];
}

function variantsOf(schema: JsonSchema, named: NamedSchemas): z.output<typeof Node>[] {
  const node = resolve(schema, named);
  const several = node.anyOf ?? node.oneOf;
  return several ? several.flatMap((one) => variantsOf(one, named)) : [node];
}

function resolve(schema: JsonSchema, named: NamedSchemas): z.output<typeof Node> {
  const node = Node.parse(schema);
  const name = node.$ref?.split("/").at(-1);
  return name ? Node.parse(named[name] ?? {}) : node;
}

function saidOf(property: JsonSchema, named: NamedSchemas, given: string | undefined) {
  const node = Node.parse(property);
  const description = given ?? node.description ?? resolve(property, named).description ?? "";
  return { description, fallback: node.default === undefined ? null : JSON.stringify(node.default) };
}

/** A type as people say it: `text`, `"sms" or "whatsapp"`, `list of Media`. */
function typeWords(schema: JsonSchema, named: NamedSchemas): string {
  const node = Node.parse(schema);
  if (node.$ref) return node.$ref.split("/").at(-1) ?? "";
  const several = node.anyOf ?? node.oneOf;
  if (several) return several.map((one) => typeWords(one, named)).reduce(joinTypes);
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (Array.isArray(node.type))
    return node.type.map((type) => typeWords({ ...schema, type }, named)).reduce(joinTypes);
  if (node.type === "array") return `list of ${node.items ? typeWords(node.items, named) : "anything"}`;
  return formats[node.format ?? ""] ?? types[node.type ?? ""] ?? "anything";
}

const formats: Readonly<Record<string, string>> = {
  uuid: "id",
  "date-time": "time",
  date: "day",
  email: "e-mail address",
};

const types: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "null",
};

function joinTypes(a: string, b: string): string {
  return [...new Set([...a.split(" | "), ...b.split(" | ")])].join(" | ");
}
