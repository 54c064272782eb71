import type { PathParams } from "./native-route";

type Pattern<Route> = { route: Route; segments: string[] };

/** Finds the route of a path. Paths without `{name}` are found by one map look-up. */
export type PathMatcher<Route> = (path: string) => { route: Route; params: PathParams } | undefined;

const NO_PARAMS: PathParams = {};

/** Compiles a table of paths. Two routes for one path are a mistake and throw. */
export function matchPaths<Route extends { path: string }>(routes: readonly Route[]): PathMatcher<Route> {
  const exact = new Map<string, Route>();
  const patterns = new Map<number, Pattern<Route>[]>();
  for (const route of routes) {
    const shape = route.path.replaceAll(/\{[^}]+\}/g, "{}");
    if (exact.has(shape)) throw new Error(`Two routes answer ${route.path}.`);
    exact.set(shape, route);
    if (shape === route.path) continue;
    const segments = route.path.split("/");
    patterns.set(segments.length, [...(patterns.get(segments.length) ?? []), { route, segments }]);
  }
  return (path) => {
    const route = exact.get(path);
    if (route && !route.path.includes("{")) return { route, params: NO_PARAMS };
    return matchPatterns(patterns, path);
  };
}

function matchPatterns<Route>(patterns: Map<number, Pattern<Route>[]>, path: string) {
  const given = path.split("/");
  for (const { route, segments } of patterns.get(given.length) ?? []) {
    const params = readParams(segments, given);
    if (params) return { route, params };
  }
  return undefined;
}

function readParams(segments: string[], given: string[]): PathParams | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? "";
    if (!segment.startsWith("{")) {
      if (segment !== value) return undefined;
      continue;
    }
    const decoded = decode(value);
    if (!decoded) return undefined;
    params[segment.slice(1, -1)] = decoded;
  }
  return params;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
