import { posix } from "node:path";
import { type Comment, type Program, parseSync } from "oxc-parser";

/** An import or re-export as it stands in a file; `target` is the project's file it means, `null` for a package. */
export type Import = { specifier: string; target: string | null; line: number; isType: boolean };

/** One parsed TypeScript file of the project. */
export type SourceFile = {
  /** Relative to the project, with forward slashes. */
  path: string;
  text: string;
  imports: readonly Import[];
  program: Program;
  comments: readonly Comment[];
  lineAt(offset: number): number;
};

/** Texts by path: what the checks look at, from the disk or from a test. */
export type Sources = Readonly<Record<string, string>>;

/** Parses all sources and resolves their imports of each other. */
export function parseSources(sources: Sources): SourceFile[] {
  const isPresent = (path: string) => Object.hasOwn(sources, path);
  return Object.entries(sources).map(([path, text]) => parseSource(path, text, isPresent));
}

function parseSource(path: string, text: string, isPresent: (path: string) => boolean): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const importAt = (specifier: string, start: number, isType: boolean): Import => ({
    specifier,
    target: resolveSpecifier(path, specifier, isPresent),
    line: lineAt(start),
    isType,
  });
  const imports = [
    ...module.staticImports.map(({ moduleRequest, start, entries }) =>
      importAt(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap(({ entries, start }) => {
      const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
      return from
        ? [
            importAt(
              from.value,
              start,
              entries.every((entry) => entry.isType),
            ),
          ]
        : [];
    }),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const specifier = /^["'`](.*)["'`]$/.exec(text.slice(start, end))?.[1];
      return specifier ? [importAt(specifier, start, false)] : [];
    }),
    ...[...text.matchAll(/\bimport\("([^"]+)"\)\./g)].map((match) =>
      importAt(match[1] ?? "", match.index, true),
    ),
  ];
  return { path, text, imports, program, comments, lineAt };
}

/** Finds the file that a specifier means, as the bundler does: `@/` is the project, an ending may be left out. */
function resolveSpecifier(
  from: string,
  specifier: string,
  isPresent: (path: string) => boolean,
): string | null {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (base === null) return null;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find(isPresent) ?? base;
}

/** Whether a file belongs to the tests rather than to the product. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$|(^|\/)testing(\.ts|\/)|^(e2e|tests)\//.test(path);
}

/** Whether a file begins with "use client", so that it and all it imports run in the browser. */
export function isClientFile(file: SourceFile): boolean {
  return file.program.body.some(
    (statement) => "directive" in statement && statement.directive === "use client",
  );
}
