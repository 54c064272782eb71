import type { Finding } from "./finding";
import { isTestFile, type SourceFile } from "./source-file";
import { nameOf, walk } from "./walk";

/** A type has one home: no two files of `lib` export a type of the same name. */
export function checkTypeNames(files: readonly SourceFile[]): Finding[] {
  const homes = new Map<string, string>();
  return files
    .filter((file) => file.path.startsWith("lib/") && !isTestFile(file.path))
    .flatMap((file) =>
      exportedTypes(file).flatMap(({ name, start }) => {
        const home = homes.get(name);
        if (home === undefined) homes.set(name, file.path);
        if (home === undefined || home === file.path) return [];
        return [
          {
            path: file.path,
            line: file.lineAt(start),
            what: `exports a second type ${name}, beside the one in ${home}`,
            instead: "Use that one, or name this one after what is different about it.",
          },
        ];
      }),
    );
}

function exportedTypes(file: SourceFile): { name: string; start: number }[] {
  return file.program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const [declaration] = walk(statement.declaration);
    const isType =
      declaration?.type === "TSTypeAliasDeclaration" || declaration?.type === "TSInterfaceDeclaration";
    const name = isType ? nameOf(declaration.id) : undefined;
    return name ? [{ name, start: statement.start }] : [];
  });
}
