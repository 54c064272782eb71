import { z } from "zod";
import { scopeOf } from "@/lib/auth/permissions";
import type { Operation } from "../shape/operation";
import { errorsOf } from "./errors";
import { type JsonSchema, type NamedSchemas, toJsonSchema } from "./json-schema";

/** One operation in the words of OpenAPI 3.1. */
export function describeOperation(operation: Operation, named: NamedSchemas): JsonSchema {
  const { tag, summary, description } = operation;
  return {
    operationId: operationId(operation),
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: securityOf(operation),
    ...listOrNothing("parameters", parametersOf(operation, named)),
    ...requestBody(operation, named),
    responses: {
      ...success(operation, named),
      ...failures(operation),
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** A name for generated clients: `GET /messages/{id}` → `getMessagesById`. */
export function operationId({ method, path }: Operation): string {
  const words = path
    .split("/")
    .flatMap((part) => (part.startsWith("{") ? ["by", part.slice(1, -1)] : part.split(/[-.]/)));
  const capitals = words.filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + capitals.join("");
}

function securityOf({ can }: Operation): object[] {
  if (can === "public") return [];
  const scope = can === "signed_in" || can === "super_admin" ? null : scopeOf(can);
  return scope === null ? [{ session: [] }] : [{ apiKey: [scope] }, { session: [] }];
}

function parametersOf(operation: Operation, named: NamedSchemas): JsonSchema[] {
  const { params, query, isIdempotent, fields = {}, example } = operation;
  const of = (
    schema: z.ZodType | undefined,
    place: "path" | "query",
    given: Readonly<Record<string, string>> = {},
  ) => {
    if (!schema) return [];
    const { properties = {}, required = [] } = ObjectSchema.parse(toJsonSchema(schema, "input", named));
    return Object.entries(properties).map(([name, property]) => ({
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(fields[name] ? { description: fields[name] } : {}),
      schema: place === "path" ? { type: "string", format: "uuid" } : property,
      ...(given[name] ? { example: given[name] } : {}),
    }));
  };
  return [
    ...of(params, "path", example.params),
    ...of(query, "query", example.query),
    ...(isIdempotent ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

const ObjectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  required: z.array(z.string()).optional(),
});

function requestBody(operation: Operation, named: NamedSchemas): object {
  const { body, takesFile, fields = {}, example } = operation;
  if (takesFile) return { requestBody: { required: true, content: { "*/*": {} } } };
  if (!body) return {};
  const schema = withDescriptions(toJsonSchema(body, "input", named), fields);
  return {
    requestBody: { required: true, content: { "application/json": { schema, example: example.body } } },
  };
}

/** Says beside each field what it means. */
function withDescriptions(schema: JsonSchema, fields: Readonly<Record<string, string>>): JsonSchema {
  const parsed = ObjectSchema.safeParse(schema);
  if (!parsed.success || !parsed.data.properties) return schema;
  const described = Object.entries(parsed.data.properties).map(([name, property]) => [
    name,
    fields[name] ? { ...property, description: fields[name] } : property,
  ]);
  return { ...schema, properties: Object.fromEntries(described) };
}

function success(operation: Operation, named: NamedSchemas): object {
  const { answer, file, tag } = operation;
  const headers = { "X-Request-Id": { $ref: "#/components/headers/RequestId" } };
  if (file) {
    return { [operation.status ?? 200]: { description: "The file.", headers, content: { [file]: {} } } };
  }
  if (answer) {
    const content = { schema: toJsonSchema(answer, "output", named), example: operation.example.answer };
    const status = operation.status ?? 200;
    return { [status]: { description: "Done.", headers, content: { "application/json": content } } };
  }
  if (tag === "Screens")
    return { "2XX": { description: "Done. What is answered is the page's own matter.", headers } };
  return { [operation.status ?? 204]: { description: "Done; there is nothing to say.", headers } };
}

function failures(operation: Operation): object {
  return Object.fromEntries(
    errorsOf(operation).map(([status, description]) => [
      status,
      { description, content: { "application/problem+json": { schema: problemOf(status, operation) } } },
    ]),
  );
}

function problemOf(status: number, { refusals }: Operation): object {
  const problem = { $ref: "#/components/schemas/Problem" };
  if (status !== 422 || !refusals) return problem;
  return { allOf: [problem, { type: "object", properties: { code: { enum: refusals } } }] };
}

function listOrNothing(name: string, items: object[]): object {
  return items.length > 0 ? { [name]: items } : {};
}
