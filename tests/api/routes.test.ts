import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { mayDo, type Permission } from "@/lib/auth";
import { apiScopes } from "@/lib/auth/permissions";
import { seedSession } from "@/lib/auth/testing";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { log } from "@/lib/http";
import { callRoute, testRequest } from "@/lib/http/testing";
import type { Actor, Role } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { createKey, revokeKey } from "@/lib/keys";
import { type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";
import { webhookRoutes } from "@/lib/webhooks";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type FoundRoute, findHandlers, findRoutes, isWrapped } from "./find-routes";

const open = ["public", "signed_in", "super_admin"];
const people: Role[] = ["agent", "admin", "owner"];
/** Routes whose verb itself is stricter than a permission can say, each with the reason. */
const stricter: Readonly<Record<string, string>> = {
  "DELETE /api/v1/demo": "only owners of the demo's businesses and super admins",
};
const routes = await findRoutes();
const handlers = await findHandlers();

let tenant: SeededTenant;
beforeAll(async () => {
  log.level = "silent"; // hundreds of refusals
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
});

test("no handler gets past the wrapper, but the carriers' webhooks, the sign-in and the balancer's question", () => {
  const foreign = handlers.filter((found) => !isWrapped(found)).map(({ name }) => name);
  const webhooks = webhookRoutes
    .filter(({ path }) => path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path}`);
  const aliases = ["connect/webhook", "webhooks", "twiml"].flatMap((root) => [
    `GET /${root}/{...path}`,
    `POST /${root}/{...path}`,
  ]);
  const signIn = ["GET /api/auth/{...nextauth}", "POST /api/auth/{...nextauth}"];
  const balancers = ["GET /api/health"];
  expect(foreign.sort()).toEqual([...webhooks, ...aliases, ...signIn, ...balancers].sort());
});

test("where nobody is asked who they are stands here", () => {
  const unguarded = routes.filter(({ handler }) => handler.config.can === "public").map(({ name }) => name);
  expect(unguarded.sort()).toEqual([
    "GET /api/hold-music/{owner}/{file}",
    "GET /api/media/{tenantId}/{mediaId}/{expires}/{signature}",
    "GET /api/v1/booking/{slug}/slots",
    "GET /api/v1/openapi.json",
    "POST /api/v1/booking/{slug}/appointments",
    "POST /api/v1/invitations/acceptance",
    "POST /api/v1/tenants",
  ]);
});

test("there are routes, and each says who may call it", () => {
  expect(routes.length).toBeGreaterThan(60);
  for (const { handler } of routes) expect(handler.config.can).toEqual(expect.any(String));
});

const guarded = routes.filter(({ handler }) => handler.config.can !== "public");

test.each(guarded)(
  "$name: nobody gets past it without a proof, with a wrong one, or from another site",
  async (route) => {
    expect(await statusFor(route, {})).toBe(401);
    for (const authorization of [
      "Bearer tl_wrong",
      "Bearer ",
      "Basic dXNlcjpwYXNz",
      "tl_demo_key_demo",
      `Bearer ${"x".repeat(5_000)}`,
    ]) {
      expect(await statusFor(route, { authorization }), authorization.slice(0, 20)).toBe(401);
    }
    expect(await statusFor(route, { cookie: "trunkline-session=wrong" })).toBe(401);
    const { cookie } = await seedSession(tenant.owner);
    expect(await statusFor(route, { cookie, authorization: "Bearer tl_wrong" })).toBe(401);
    if (route.method === "GET") return;
    for (const origin of [
      "https://evil.test",
      "null",
      "http://localhost:3000.evil.test",
      "http://localhost:9999",
    ]) {
      expect(await statusFor(route, { cookie, origin }), origin).toBe(403);
    }
    expect(await statusFor(route, { cookie, origin: null })).toBe(403);
    expect(await statusFor(route, { cookie, "sec-fetch-site": "cross-site" })).toBe(403);
  },
);

test.each(guarded)("$name: each role and key does what the permission table says", async (route) => {
  const { can } = route.handler.config;
  for (const role of people) {
    const member = await seedMember(tenant, role);
    const { cookie } = await seedSession(member);
    const isExpected = isAllowed(can, member.ctx.actor) && !(route.name in stricter);
    expect(isLetIn(await statusFor(route, { cookie })), role).toBe(isExpected);
  }
  for (const scopes of [["calls:read"], ["messages:write"], [...apiScopes]] as const) {
    const { id: keyId, key } = await createKey(tenant.ctx, { name: "Program", scopes: [...scopes] });
    const actor: Actor = { kind: "api_key", keyId, scopes: [...scopes] };
    const status = await statusFor(route, { authorization: `Bearer ${key}`, origin: null });
    expect(isLetIn(status), `${scopes}: ${status}`).toBe(!open.includes(can) && isAllowed(can, actor));
  }
});

test("a revoked key, a disabled member and a suspended business are let in nowhere", async () => {
  const other = await seedTenant();
  const { id, key } = await createKey(other.ctx, { name: "Program", scopes: [...apiScopes] });
  const agent = await seedMember(other);
  const { cookie } = await seedSession(agent);
  const program = { authorization: `Bearer ${key}`, origin: null };
  const asked = guarded.filter(({ handler }) => handler.config.can === "conversations.read");
  const statuses = async (headers: Record<string, string | null>) =>
    new Set(await Promise.all(asked.map(async (route) => isLetIn(await statusFor(route, headers)))));
  expect(await statuses(program)).toEqual(new Set([true]));
  expect(await statuses({ cookie })).toEqual(new Set([true]));
  await unsafePlatformSql("a test suspends a business", (sql) =>
    sql.run("UPDATE tenants SET status = 'suspended' WHERE id = $1::uuid", [other.ctx.tenantId]),
  );
  expect(await statuses(program)).toEqual(new Set([false]));
  expect(await statuses({ cookie })).toEqual(new Set([false]));
  await unsafePlatformSql("a test ends the suspension", async (sql) => {
    await sql.run("UPDATE tenants SET status = 'active' WHERE id = $1::uuid", [other.ctx.tenantId]);
    await sql.run("UPDATE members SET disabled_at = now() WHERE id = $1::uuid", [agent.memberId]);
  });
  await revokeKey(other.ctx, { id });
  expect(await statuses(program)).toEqual(new Set([false]));
  expect(await statuses({ cookie })).toEqual(new Set([false]));
});

const byId = guarded.filter(
  ({ path, handler }) => path.includes("{id}") && !open.includes(handler.config.can),
);

test.each(byId)(
  "$name: an id of nothing of ours is not found, or the body is refused first",
  async (route) => {
    const { cookie } = await seedSession(tenant.owner);
    for (const id of [newId(), "none", "'; --", "%00", "../..", "0".repeat(4_000)]) {
      const status = await statusFor(route, { cookie }, { id, kind: "sms" });
      expect([400, 404], id.slice(0, 20)).toContain(status);
    }
  },
);

test.each(guarded)("$name: what it refuses is a problem with a code and a request id", async (route) => {
  const { status, headers, body } = await call(route, {});
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toEqual({
    ...{ type: "about:blank", title: "Unauthorized", status, code: "unauthenticated" },
    ...{ detail: expect.any(String), requestId: headers.get("x-request-id") },
  });
});

/** Calls a route with ids that cannot be and no body: whoever is let in is then told so, and nothing is done. */
async function statusFor(
  route: FoundRoute,
  headers: Record<string, string | null>,
  params?: object,
): Promise<number> {
  return (await call(route, headers, params)).status;
}

async function call(
  route: FoundRoute,
  headers: Record<string, string | null>,
  params: object = { id: "none" },
) {
  const request = testRequest(route.method, route.path.replaceAll(/[{}]/g, ""), { headers });
  return callRoute(route.handler, request, params);
}

function isLetIn(status: number): boolean {
  return status !== 401 && status !== 403;
}

function isAllowed(can: string, actor: Actor): boolean {
  if (can === "signed_in") return true;
  return can !== "super_admin" && mayDo(actor, can as Permission);
}
