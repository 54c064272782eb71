import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The part of OpenAPI 3.0 that Twilio's documents use. */
export type Schema = {
  type?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  format?: string;
  pattern?: string;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  $ref?: string;
};

type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: Schema };

export type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

export type Spec = {
  servers?: { url: string }[];
  paths: Record<
    string,
    { servers?: { url: string }[]; parameters?: Parameter[] } & Partial<
      Record<"get" | "post" | "delete" | "put", Operation>
    >
  >;
  components?: { schemas?: Record<string, Schema> };
};

const place = join("shared", "reference", "twilio-openapi");

/** The folder of Twilio's own documents, beside this project or above it; null where nobody put them. */
export function findSpecs(): string | null {
  for (let at = resolve("."); at !== dirname(at); at = dirname(at)) {
    const folder = join(dirname(at), place);
    if (existsSync(folder)) return folder;
  }
  return null;
}

/** Reads one of the documents. */
export function readSpec(folder: string, name: string): Spec {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
}
