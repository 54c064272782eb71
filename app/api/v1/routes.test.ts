import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough for everybody"));

import { mayDo, type Permission } from "@/lib/auth";
import { seedSession } from "@/lib/auth/testing";
import { testDatabase } from "@/lib/db/testing";
import type { RouteHandler } from "@/lib/http";
import { callRoute, testRequest } from "@/lib/http/testing";
import type { Actor, Role } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { createKey } from "@/lib/keys";
import { type SeededTenant, seedMember, seedTenant } from "@/lib/tenants/testing";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const open = ["public", "signed_in", "super_admin"];
const people: Role[] = ["agent", "admin", "owner"];

type Route = { name: string; method: string; path: string; handler: RouteHandler };
const routes: Route[] = await findRoutes();

let tenant: SeededTenant;
beforeAll(async () => {
  await testDatabase();
  tenant = await seedTenant();
});

test("there are routes, and each says who may call it", () => {
  expect(routes.length).toBeGreaterThan(30);
  for (const { handler } of routes) expect(handler.config.can).toEqual(expect.any(String));
});

const guarded = routes.filter(({ handler }) => handler.config.can !== "public");

test.each(guarded)(
  "$name: nobody gets past it without a proof, with a wrong one, or from another site",
  async (route) => {
    expect(await statusFor(route, {})).toBe(401);
    expect(await statusFor(route, { authorization: "Bearer tl_wrong" })).toBe(401);
    expect(await statusFor(route, { cookie: "trunkline-session=wrong" })).toBe(401);
    if (route.method === "GET") return;
    const { cookie } = await seedSession(tenant.owner);
    expect(await statusFor(route, { cookie, origin: "https://evil.test" })).toBe(403);
  },
);

test.each(guarded)("$name: each role and key does what the permission table says", async (route) => {
  const { can } = route.handler.config;
  for (const role of people) {
    const member = await seedMember(tenant, role);
    const { cookie } = await seedSession(member);
    const status = await statusFor(route, { cookie });
    expect(isLetIn(status), `${role}: ${status}`).toBe(isAllowed(can, member.ctx.actor));
  }
  const { id: keyId, key } = await createKey(tenant.ctx, { name: "Reader", scopes: ["calls:read"] });
  const actor: Actor = { kind: "api_key", keyId, scopes: ["calls:read"] };
  const status = await statusFor(route, { authorization: `Bearer ${key}`, origin: null });
  expect(isLetIn(status), `key: ${status}`).toBe(!open.includes(can) && isAllowed(can, actor));
});

const byId = guarded.filter(
  ({ path, handler }) => path.includes("[id]") && !open.includes(handler.config.can),
);

test.each(byId)(
  "$name: an id of nothing of ours is not found, or the body is refused first",
  async (route) => {
    const { cookie } = await seedSession(tenant.owner);
    const status = await statusFor(route, { cookie }, { id: newId() });
    expect([400, 404]).toContain(status);
  },
);

/** Calls a route with ids that cannot be and no body: whoever is let in is then told so, and nothing is done. */
async function statusFor(
  route: Route,
  headers: Record<string, string | null>,
  params: object = { id: "none" },
) {
  const request = testRequest(route.method, route.path, { headers });
  return (await callRoute(route.handler, request, params)).status;
}

function isLetIn(status: number): boolean {
  return status !== 401 && status !== 403;
}

function isAllowed(can: string, actor: Actor): boolean {
  if (can === "signed_in") return true;
  return can !== "super_admin" && mayDo(actor, can as Permission);
}

async function findRoutes(): Promise<Route[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const found = await Promise.all(files.filter((file) => /(^|\/)route\.ts$/.test(file)).map(handlersOf));
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
}

async function handlersOf(file: string): Promise<Route[]> {
  const module: Record<string, unknown> = await import(join(import.meta.dirname, file));
  const path = `/api/v1/${file.replace(/\/?route\.ts$/, "")}`;
  return methods.flatMap((method) => {
    const handler = module[method];
    return isRoute(handler) ? [{ name: `${method} ${path}`, method, path, handler }] : [];
  });
}

function isRoute(value: unknown): value is RouteHandler {
  return typeof value === "function" && "config" in value;
}
