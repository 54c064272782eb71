import type { Finding } from "./finding";
import { environmentReaders } from "./layers";
import type { SourceFile } from "./source-file";
import { nameOf, walk } from "./walk";

/** The environment is read once, in `lib/env.ts`. */
export function checkEnvironment(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(
      (file) =>
        file.text.includes("process.env") && !environmentReaders.some((reader) => reader.test(file.path)),
    )
    .flatMap((file) =>
      readsIn(file).map((offset) => ({
        path: file.path,
        line: file.lineAt(offset),
        what: "reads process.env",
        instead: 'Import env from "@/lib/env"; a new setting goes into lib/env/settings.ts and .env.example.',
      })),
    );
}

function readsIn(file: SourceFile): number[] {
  const members = [...walk(file.program)].filter((node) => node.type === "MemberExpression");
  return members
    .filter((node) => nameOf(node.object) === "process" && nameOf(node.property) === "env")
    .map((node) => node.start);
}
