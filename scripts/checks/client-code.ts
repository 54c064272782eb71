import type { Finding } from "./finding";
import { placeOf } from "./place";
import { isClientFile, type SourceFile } from "./source-file";

const instead =
  "Take what the browser needs from a schema.ts, a rules.ts or the kernel; the server's part stays behind a route.";

const browserRooms: readonly string[] = ["schema", "rules", "permissions"];

/** What runs in the browser takes only the kernel and the schema and rules of nouns, itself and through what it imports. */
export function checkClientCode(files: readonly SourceFile[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.filter(isClientFile).flatMap((file) => {
    const direct = file.imports.filter(({ target }) => target !== null && !isForBrowser(target));
    if (direct.length > 0) {
      return direct.map(({ line, specifier }) => ({
        path: file.path,
        line,
        what: `browser code imports ${specifier}`,
        instead,
      }));
    }
    const way = wayToServer(file, byPath);
    return way
      ? [{ path: file.path, line: 1, what: `browser code reaches the server: ${way.join(" → ")}`, instead }]
      : [];
  });
}

function isForBrowser(target: string): boolean {
  const place = placeOf(target);
  if (place.zone !== "lib") return place.zone === "app" || place.zone === "components";
  return place.folder === "kernel" || browserRooms.includes(place.room);
}

/** Follows imports of values from a file to the first one that only a server has. */
function wayToServer(start: SourceFile, byPath: ReadonlyMap<string, SourceFile>): string[] | null {
  const ways: string[][] = [[start.path]];
  const seen = new Set<string>([start.path]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const { target, specifier, isType } of byPath.get(way.at(-1) ?? "")?.imports ?? []) {
      if (isType) continue;
      if (specifier.startsWith("node:") || specifier === "server-only") return [...way, specifier];
      if (target === null || seen.has(target)) continue;
      if (/^lib\/(env|db)(\.ts$|\/)/.test(target)) return [...way, target];
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return null;
}
