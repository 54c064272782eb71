import { sessionCookieNames } from "@/lib/auth";
import { Problem } from "../answers/problem";
import { type Operation, tags } from "../shape/operation";
import { operations } from "../table/operations";
import { type NamedSchemas, toJsonSchema } from "./json-schema";
import { describeOperation } from "./path-item";

/** An OpenAPI 3.1 document; its inside is checked against the official schema by a test. */
export type OpenApiDocument = {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  [part: string]: unknown;
};

/**
 * Describes the whole API in OpenAPI 3.1, from the table of operations.
 * @param publicUrl where this installation is found, read at run time
 */
export function openApiDocument(
  publicUrl: string,
  described: readonly Operation[] = operations,
): OpenApiDocument {
  const named: NamedSchemas = {};
  const problem = toJsonSchema(Problem, "output", named);
  const paths: OpenApiDocument["paths"] = {};
  for (const operation of described) {
    const methods = paths[operation.path] ?? {};
    paths[operation.path] = {
      ...methods,
      [operation.method.toLowerCase()]: describeOperation(operation, named),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Trunkline API",
      version: "1",
      summary: "Texts, WhatsApp, calls and customers of one business.",
      description: overview,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: tags.map(([name, description]) => ({ name, description })),
    security: [{ apiKey: [] }],
    paths,
    components: components({ ...named, ...("$ref" in problem ? {} : { Problem: problem }) }),
  };
}

const overview = `JSON, camelCase, times in ISO 8601. An API key belongs to one business and reaches nothing else; it goes into the
header \`Authorization: Bearer KEY\`. Lists come in pages: pass \`nextCursor\` as \`cursor\`. Errors are RFC 9457 problems with a
\`code\` for programs, a \`detail\` for people and a \`requestId\` for whoever looks into the log.`;

function components(schemas: NamedSchemas) {
  return {
    schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => a.localeCompare(b))),
    securitySchemes: {
      apiKey: { type: "http", scheme: "bearer", description: "An API key, made in Settings → API keys." },
      session: {
        type: "apiKey",
        in: "cookie",
        name: sessionCookieNames.plain,
        description: "A person's sign-in in the browser. Changes need this server's own Origin.",
      },
    },
    parameters: {
      IdempotencyKey: {
        name: "Idempotency-Key",
        in: "header",
        description:
          "1 to 200 visible ASCII characters of your choice. The same key gives the same answer, and one effect.",
        schema: { type: "string", minLength: 1, maxLength: 200 },
        example: "order-1042-ready",
      },
    },
    headers: {
      RequestId: {
        description: "Names this request in the log.",
        schema: { type: "string", format: "uuid" },
      },
    },
    responses: {
      Problem: {
        description: "Anything else that went wrong; 503 means: try again.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}
