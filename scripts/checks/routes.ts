import type { Finding } from "./finding";
import { type Exceptions, handlerMakers } from "./layers";
import type { SourceFile } from "./source-file";
import { type Node, nameOf, walk } from "./walk";

const methods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const longestHandler = 25;

/** A route handler is a configuration and one call; none gets past the wrapper that says who may call it. */
export function checkRoutes(files: readonly SourceFile[], exceptions: Exceptions): Finding[] {
  const routes = files.filter((file) => /^app\/(.*\/)?route\.ts$/.test(file.path));
  const found = routes.flatMap(checkRoute);
  const stale = Object.keys(exceptions).filter((path) => !found.some((finding) => finding.path === path));
  return [
    ...found.filter((finding) => !Object.hasOwn(exceptions, finding.path)),
    ...stale.map((path) => ({
      path,
      line: 1,
      what: "is listed as having foreign handlers but has none",
      instead: "Remove it from houseExceptions in scripts/checks/layers.ts.",
    })),
  ];
}

function checkRoute(file: SourceFile): Finding[] {
  const makers = importedMakers(file);
  return handlersOf(file).flatMap(({ method, made, start, end }) => {
    const line = file.lineAt(start);
    const lines = file.lineAt(end) - line + 1;
    if (!made || !makers.has(made)) {
      return [
        {
          path: file.path,
          line,
          what: `${method} is not made by a wrapper of lib/wiring or lib/webhooks`,
          instead: wrapped,
        },
      ];
    }
    if (lines <= longestHandler) return [];
    return [
      {
        path: file.path,
        line,
        what: `${method} takes ${lines} lines`,
        instead: "Move what it does into a verb.",
      },
    ];
  });
}

const wrapped =
  'Write it as route({ can: …, body: … }, ({ ctx, body }) => verb(ctx, body)), from "@/lib/wiring/route".';

/** Local names that were imported from a module that makes handlers. */
function importedMakers(file: SourceFile): Set<string> {
  const names = file.program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || !handlerMakers.test(statement.source.value)) return [];
    return statement.specifiers.map((specifier) => specifier.local.name);
  });
  return new Set(names);
}

type Handler = { method: string; made: string | undefined; start: number; end: number };

function handlersOf(file: SourceFile): Handler[] {
  return file.program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const { start, end } = statement;
    const [declaration] = walk(statement.declaration);
    if (declaration?.type === "FunctionDeclaration") {
      const method = nameOf(declaration.id) ?? "";
      return methods.includes(method) ? [{ method, made: undefined, start, end }] : [];
    }
    const declarators: Node[] = Array.isArray(declaration?.declarations) ? declaration.declarations : [];
    return declarators.flatMap((declarator) => {
      const method = nameOf(declarator.id) ?? "";
      return methods.includes(method) ? [{ method, made: makerOf(declarator.init), start, end }] : [];
    });
  });
}

/** The function that a value is the result of; `hooks.sms` and `sms` name themselves. */
function makerOf(value: unknown): string | undefined {
  const [node] = walk(value);
  if (node?.type === "CallExpression") return makerOf(node.callee);
  if (node?.type === "MemberExpression") return makerOf(node.object);
  return nameOf(node);
}
