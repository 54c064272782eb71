import type { Route } from "./exchange";

export type MatchRoute = (
  method: string,
  path: string,
) => { route: Route; params: Record<string, string> } | null;

/** Turns the table into a lookup. Routes without `{}` win over those with. */
export function matchRoutes(routes: Route[]): MatchRoute {
  const compiled = routes.map((route) => ({ route, pattern: toPattern(route.path) }));
  compiled.sort((a, b) => Number(a.route.path.includes("{")) - Number(b.route.path.includes("{")));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const found = route.method === method ? pattern.exec(path) : null;
      if (found) return { route, params: decodeAll(found.groups ?? {}) };
    }
    return null;
  };
}

function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, "(?<$1>[^/.]+)")}$`);
}

function decodeAll(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
