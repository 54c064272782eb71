import type { Finding } from "./finding";
import { isTestFile, type SourceFile } from "./source-file";
import { type Node, nameOf, walk } from "./walk";

/** Every exported function of `lib` says in a doc comment what it promises. */
export function checkDocComments(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => file.path.startsWith("lib/") && !isTestFile(file.path))
    .flatMap((file) =>
      exportedFunctions(file)
        .filter(({ start }) => !hasDocComment(file, start))
        .map(({ name, start }) => ({
          path: file.path,
          line: file.lineAt(start),
          what: `${name} is exported without a doc comment`,
          instead: "Say above it what it does, its units and formats, what it tolerates and when it fails.",
        })),
    );
}

type ExportedFunction = { name: string; start: number };

function exportedFunctions(file: SourceFile): ExportedFunction[] {
  const seen = new Set<string>();
  return file.program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    return namesDeclared(statement.declaration).flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ name, start: statement.start }];
    });
  });
}

function namesDeclared(declaration: unknown): string[] {
  const [node] = walk(declaration);
  if (!node) return [];
  if (/^(?:TSDeclare)?Function(?:Declaration)?$/.test(node.type)) return [nameOf(node.id) ?? "the function"];
  if (node.type !== "VariableDeclaration" || !Array.isArray(node.declarations)) return [];
  return node.declarations
    .filter(isFunctionConstant)
    .map((declarator: Node) => nameOf(declarator.id) ?? "the function");
}

function isFunctionConstant(declarator: Node): boolean {
  const [value] = walk(declarator.init);
  return value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression";
}

/** A block comment with two asterisks, with nothing but white space and line comments between. */
function hasDocComment(file: SourceFile, start: number): boolean {
  const before = file.comments.filter((comment) => comment.end <= start);
  const doc = before.findLast((comment) => comment.type === "Block" && comment.value.startsWith("*"));
  if (!doc) return false;
  const between = file.text.slice(doc.end, start).replace(/\/\/.*$/gm, "");
  return between.trim() === "";
}
