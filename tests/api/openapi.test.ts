import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it, test } from "vitest";
import { callRoute, testRequest } from "@/lib/http/testing";
import { type Operation, openApiDocument, operationId, operations } from "@/lib/openapi";
import { findRoutes } from "./find-routes";

const routes = (await findRoutes()).filter(({ path }) => path.startsWith("/api/v1/"));
const nameOf = ({ method, path }: Operation) => `${method} /api/v1${path}`;

test("every route of API v1 stands in the table, and nothing else does", () => {
  // When this fails: add the route to a file in lib/openapi/table, or take it out there.
  expect(operations.map(nameOf).sort()).toEqual(routes.map(({ name }) => name).sort());
  expect(new Set(operations.map(operationId)).size).toBe(operations.length);
});

test.each(operations.map((operation) => [nameOf(operation), operation] as const))(
  "%s: permission and schemas are those of the route itself",
  (name, operation) => {
    const config = routes.find((route) => route.name === name)?.handler.config;
    expect(config?.can).toBe(operation.can);
    for (const part of ["params", "query", "body"] as const)
      expect(config?.[part] === operation[part], part).toBe(true);
    expect(Boolean(config?.limit)).toBe(Boolean(operation.isLimited));
    if (operation.answer) expect(config?.status ?? 200).toBe(operation.status ?? 200);
  },
);

test.each(operations.map((operation) => [nameOf(operation), operation] as const))(
  "%s: the examples are what the schemas say",
  (_, { params, query, body, answer, example }) => {
    if (params) expect(params.safeParse(example.params).success, "params").toBe(true);
    if (query) expect(query.safeParse(example.query ?? {}).error, "query").toBeUndefined();
    if (body && !JSON.stringify(example.body).includes("…")) {
      expect(body.safeParse(example.body).error, "body").toBeUndefined();
    }
    if (body) expect(example.body, "a body needs an example").toBeDefined();
    if (answer) expect(answer.safeParse(example.answer).error, "answer").toBeUndefined();
  },
);

describe("the document", () => {
  it("is OpenAPI 3.1 by the official schema", async () => {
    const result = await new Validator().validate(structuredClone(openApiDocument("https://desk.example")));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it("refers to nothing that is not there, and names nothing that nobody refers to", () => {
    const text = JSON.stringify(openApiDocument("https://desk.example"));
    const document: Record<string, Record<string, Record<string, unknown>>> = JSON.parse(text);
    const referred = new Set(
      [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    );
    for (const place of referred) {
      const [kind = "", name = ""] = place.split("/");
      expect(document.components?.[kind]?.[name], place).toBeDefined();
    }
    const schemas = Object.keys(document.components?.schemas ?? {}).map((name) => `schemas/${name}`);
    expect(schemas.filter((name) => !referred.has(name))).toEqual([]);
    expect(text).not.toContain("$defs");
  });

  it("is served to everybody, with the public URL of the moment", async () => {
    const route = routes.find(({ name }) => name === "GET /api/v1/openapi.json");
    if (!route) throw new Error("There is no /api/v1/openapi.json.");
    const { status, headers, body } = await callRoute(
      route.handler,
      testRequest("GET", "/api/v1/openapi.json"),
    );
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(body).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://localhost:3000/api/v1" }] });
  });

  it("says of every call who may make it and what can go wrong", () => {
    const { paths } = openApiDocument("https://desk.example");
    for (const { method, path, can } of operations) {
      const described = JSON.stringify(paths[path]?.[method.toLowerCase()]);
      expect(described).toContain('"default":{"$ref":"#/components/responses/Problem"}');
      expect(described.includes('"security":[]'), path).toBe(can === "public");
      if (can !== "public") expect(described).toContain('"401"');
      expect(
        described.includes("{id}") || path.includes("{id}") === false || described.includes('"404"'),
      ).toBe(true);
    }
  });
});
