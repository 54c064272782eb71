import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { PROGRAMS } from "./freshness.ts";

/**
 * Compiles our own programs into plain JavaScript; packages stay where they are. Without it each start would compile a
 * thousand files, which takes a second and 100 MB (docs/decisions/0014-compiled-programs.md).
 */
export async function bundlePrograms(): Promise<void> {
  await build({
    entryPoints: ["product", "web", "worker", "simulator"].map((name) => `scripts/programs/${name}.ts`),
    outdir: PROGRAMS,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    sourcemap: "linked",
    plugins: [ownAlias, ownPlaces],
    logLevel: "warning",
  });
}

/** `@/…` looks like a package, and those stay outside. */
const ownAlias: Plugin = {
  name: "own alias",
  setup: (bundler) =>
    bundler.onResolve({ filter: /^@\// }, ({ path, kind }) =>
      bundler.resolve(`./${path.slice(2)}`, { kind, resolveDir: process.cwd() }),
    ),
};

/** A file that looks for its neighbours by `import.meta` shall find those of its source. */
const ownPlaces: Plugin = {
  name: "own places",
  setup: (bundler) =>
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const places = [
        [/\bimport\.meta\.dirname\b/g, dirname(path)],
        [/\bimport\.meta\.filename\b/g, path],
        [/\bimport\.meta\.url\b/g, pathToFileURL(path).href],
      ] as const;
      const contents = places.reduce(
        (sum, [spelling, place]) => sum.replace(spelling, JSON.stringify(place)),
        text,
      );
      return { contents, loader: "ts" };
    }),
};
