import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { RouteHandler } from "@/lib/http";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** One exported handler of an `app/**​/route.ts`. */
export type FoundHandler = { name: string; method: string; path: string; handler: unknown };

/** A handler that went through the wrapper. */
export type FoundRoute = FoundHandler & { handler: RouteHandler };

/** Every handler of every route file below `app/`; the path as Next serves it, `[id]` as `{id}`. */
export async function findHandlers(): Promise<FoundHandler[]> {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => /(^|\/)route\.tsx?$/.test(file)).sort();
  return (await Promise.all(routes.map(handlersOf))).flat();
}

/** Those of API v1 and of everything else that was made by `route()`. */
export async function findRoutes(): Promise<FoundRoute[]> {
  return (await findHandlers()).filter(isWrapped);
}

/** Whether a handler went through `route()`, which authenticates, permits and parses. */
export function isWrapped(found: FoundHandler): found is FoundRoute {
  return typeof found.handler === "function" && "config" in found.handler;
}

async function handlersOf(file: string): Promise<FoundHandler[]> {
  const module: Record<string, unknown> = await import(join(resolve("app"), file));
  const place = file.replace(/\/?route\.tsx?$/, "").replace(/(^|\/)\([^)]*\)/g, "");
  const path = `/${place.replaceAll("[", "{").replaceAll("]", "}")}`;
  return methods.flatMap((method) =>
    method in module ? [{ name: `${method} ${path}`, method, path, handler: module[method] }] : [],
  );
}
