import type { Operation, Schema, Spec } from "./spec";

/** A request as it left: the host that it was meant for, its path, and what it carried. */
export type SentRequest = {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
};

/** What Twilio's documents object to; empty when they allow the request. */
export function checkRequest(specs: readonly Spec[], sent: SentRequest): string[] {
  const name = `${sent.method} ${sent.host}${sent.path}`;
  const found = find(specs, sent);
  if (!found) return [`${name}: no such operation`];
  const { spec, operation, path } = found;
  const parameters = [...(spec.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])];
  const inQuery = parameters.filter((one) => one.in === "query");
  const querySchema: Schema = {
    properties: Object.fromEntries(inQuery.map((one) => [one.name, one.schema])),
    required: inQuery.filter(({ required }) => required).map((one) => one.name),
  };
  const values = path.split("/").flatMap((segment, index) => {
    const parameter = parameters.find((one) => `{${one.name}}` === segment.replace(/\.json$/, ""));
    const given = decodeURIComponent(sent.path.split("/")[index] ?? "").replace(/\.json$/, "");
    return parameter
      ? checkValue(spec, parameter.schema, given).map((why) => `${parameter.name} ${why}`)
      : [];
  });
  const body = operation.requestBody?.content["application/x-www-form-urlencoded"]?.schema ?? {};
  return [
    ...values,
    ...checkFields(spec, querySchema, sent.query),
    ...checkFields(spec, body, sent.form),
  ].map((why) => `${name}: ${why}`);
}

function find(specs: readonly Spec[], sent: SentRequest) {
  for (const spec of specs) {
    for (const [path, entry] of Object.entries(spec.paths)) {
      const servers = entry.servers ?? spec.servers ?? [];
      const operation = entry[sent.method.toLowerCase() as "get"];
      const isThere = operation && servers.some(({ url }) => new URL(url).host === sent.host);
      if (isThere && patternOf(path).test(sent.path))
        return { spec, operation: operation satisfies Operation, path };
    }
  }
  return undefined;
}

function patternOf(path: string): RegExp {
  const literal = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{[^}]+\}/g, "[^/]+")}$`);
}

/** Arrays stand in a form as the same name again and again (the one fix that the documents need). */
function checkFields(spec: Spec, schema: Schema, given: URLSearchParams): string[] {
  const known = schema.properties ?? {};
  const unknown = [...new Set(given.keys())].filter((name) => !Object.hasOwn(known, name));
  const missing = (schema.required ?? []).filter((name) => !given.has(name));
  const wrong = Object.entries(known).flatMap(([name, one]) => {
    const values = given.getAll(name);
    const { type, items } = resolveRef(spec, one);
    if (type !== "array" && values.length > 1) return [`${name} came ${values.length} times`];
    const each = type === "array" ? (items ?? {}) : one;
    return values.flatMap((value) => checkValue(spec, each, value).map((why) => `${name} ${why}`));
  });
  return [
    ...unknown.map((name) => `${name} is not known`),
    ...missing.map((name) => `${name} is missing`),
    ...wrong,
  ];
}

function checkValue(spec: Spec, schema: Schema, value: string): string[] {
  const { type, pattern, minLength, maxLength, minimum, maximum, format, ...rest } = resolveRef(spec, schema);
  // An empty text clears a setting, whatever its format.
  if (value === "") return [];
  const isNumber = type === "integer" || type === "number";
  const number = Number(value);
  const problems: [boolean, string][] = [
    [type === "boolean" && !["true", "false"].includes(value), "is no boolean"],
    [isNumber && Number.isNaN(number), "is no number"],
    [type === "integer" && !Number.isInteger(number), "is no whole number"],
    [isNumber && minimum !== undefined && number < minimum, `is less than ${minimum}`],
    [isNumber && maximum !== undefined && number > maximum, `is more than ${maximum}`],
    [rest.enum !== undefined && !rest.enum.includes(value), `is none of ${rest.enum?.join(", ")}`],
    [pattern !== undefined && !new RegExp(pattern).test(value), `does not match ${pattern}`],
    [minLength !== undefined && value.length < minLength, `is shorter than ${minLength}`],
    [maxLength !== undefined && value.length > maxLength, `is longer than ${maxLength}`],
    [format === "uri" && !URL.canParse(value), "is no URI"],
    [
      format === "http-method" && !["GET", "POST", "HEAD", "PATCH", "PUT", "DELETE"].includes(value),
      "is no method",
    ],
  ];
  return problems.filter(([isProblem]) => isProblem).map(([, why]) => `${why}: ${value}`);
}

function resolveRef(spec: Spec, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name ? (spec.components?.schemas?.[name] ?? {}) : schema;
}
