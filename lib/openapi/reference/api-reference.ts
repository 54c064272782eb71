import { apiScopes, scopeOf } from "@/lib/auth/permissions";
import { Problem } from "../answers/problem";
import { errorsOf } from "../document/errors";
import { type JsonSchema, type NamedSchemas, toJsonSchema } from "../document/json-schema";
import { operationId } from "../document/path-item";
import { type Operation, type Tag, tags } from "../shape/operation";
import { operations } from "../table/operations";
import { curlOf } from "./curl";
import { type FieldRow, fieldRows } from "./field-rows";

/** One operation, ready to be read by people. */
export type ReferenceEntry = {
  /** Anchor in the page. */
  id: string;
  method: Operation["method"];
  path: string;
  summary: string;
  description: string | null;
  /** Scope that a key needs; null: people only, or anybody. */
  scope: string | null;
  isPublic: boolean;
  parts: { title: string; fields: FieldRow[] }[];
  curl: string;
  status: number;
  /** The example of the answer, formatted; null when there is none. */
  answer: string | null;
  file: string | null;
  answerFields: FieldRow[];
  errors: { status: number; when: string; codes: readonly string[] }[];
};

export type ReferenceGroup = { tag: Tag; id: string; lead: string; entries: ReferenceEntry[] };

export type ApiReference = {
  groups: ReferenceGroup[];
  scopes: { scope: string; opens: string[] }[];
  problemFields: FieldRow[];
};

/** The whole reference, for the installation at this address. */
export function apiReference(publicUrl: string): ApiReference {
  const named: NamedSchemas = {};
  const groups = tags.map(([tag, lead]) => ({
    ...{ tag, lead, id: tag.toLowerCase() },
    entries: operations
      .filter((operation) => operation.tag === tag)
      .map((one) => entryOf(publicUrl, one, named)),
  }));
  const problem = toJsonSchema(Problem, "output", named);
  return { groups, scopes: scopesOf(), problemFields: fieldRows(problem, named) };
}

function entryOf(publicUrl: string, operation: Operation, named: NamedSchemas): ReferenceEntry {
  const { method, path, summary, description, can, answer, file, example } = operation;
  return {
    ...{ id: operationId(operation), method, path, summary, description: description ?? null },
    scope: scopeFor(can),
    isPublic: can === "public",
    parts: partsOf(operation, named),
    curl: curlOf(publicUrl, operation),
    status: operation.status ?? (answer || file ? 200 : 204),
    answer: answer ? JSON.stringify(example.answer, null, 2) : null,
    file: file ?? null,
    answerFields: answer ? answerFields(toJsonSchema(answer, "output", named), named) : [],
    errors: errorsOf(operation).map(([status, when]) => ({
      ...{ status, when },
      codes: status === 422 ? (operation.refusals ?? []) : [],
    })),
  };
}

function partsOf({ params, query, body, fields = {} }: Operation, named: NamedSchemas) {
  const parts = [
    { title: "In the path", schema: params },
    { title: "In the query", schema: query },
    { title: "In the body", schema: body },
  ];
  return parts.flatMap(({ title, schema }) => {
    if (!schema) return [];
    const words = { id: "The id of the row.", ...fields };
    const rows = fieldRows(toJsonSchema(schema, "input", named), named, words);
    return rows.length > 0 ? [{ title, fields: rows }] : [];
  });
}

/** Of a list, the fields of its rows: the frame around them is everywhere the same. */
function answerFields(schema: JsonSchema, named: NamedSchemas): FieldRow[] {
  const { properties } = schema as { properties?: { data?: { items?: JsonSchema } } };
  return fieldRows(properties?.data?.items ?? schema, named);
}

function scopeFor(can: Operation["can"]): string | null {
  return can === "public" || can === "signed_in" || can === "super_admin" ? null : scopeOf(can);
}

function scopesOf(): ApiReference["scopes"] {
  const described = operations.filter(({ tag }) => tag !== "Screens");
  return apiScopes.flatMap((scope) => {
    const opens = described.filter(({ can }) => scopeFor(can) === scope).map(({ summary }) => summary);
    return opens.length > 0 ? [{ scope, opens }] : [];
  });
}
