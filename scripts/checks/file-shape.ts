import { posix } from "node:path";
import type { Finding } from "./finding";
import type { SourceFile } from "./source-file";
import { nameOf, walk } from "./walk";

const longestFile = 350;
const catchAlls: readonly string[] = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "services",
  "types",
  "misc",
];
const emptyNames: readonly string[] = ["run", "handle", "process", "manage", "execute", "manager"];

/** Files and their names: not too long, no catch-all folder, no switched-off compiler, no cast past the compiler. */
export function checkFileShape(files: readonly SourceFile[]): Finding[] {
  return [
    ...catchAllFolders(files),
    ...files.flatMap((file) => [...length(file), ...directives(file), ...casts(file), ...names(file)]),
  ];
}

function catchAllFolders(files: readonly SourceFile[]): Finding[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    const parts = path.replace(/\.tsx?$/, "").split("/");
    const bad = parts.find((part) => catchAlls.includes(part));
    const where = bad ? parts.slice(0, parts.indexOf(bad) + 1).join("/") : "";
    if (where === "" || seen.has(where)) return [];
    seen.add(where);
    return [
      {
        path,
        line: 1,
        what: `${where} says nothing about what is in it`,
        instead: "Name it after the thing that it is about.",
      },
    ];
  });
}

function length(file: SourceFile): Finding[] {
  const lines = file.text.split("\n").length - 1;
  if (lines <= longestFile) return [];
  return [
    {
      path: file.path,
      line: longestFile,
      what: `${lines} lines, more than ${longestFile}`,
      instead: "Ask what else lives here, and give it a file of its own.",
    },
  ];
}

function directives(file: SourceFile): Finding[] {
  return file.comments
    .filter((comment) => /^\s*@ts-(?:ignore|expect-error|nocheck)/.test(comment.value))
    .map((comment) => ({
      path: file.path,
      line: file.lineAt(comment.start),
      what: "switches the compiler off",
      instead: "Narrow the type, or parse the value once where it comes in.",
    }));
}

/** `x as unknown as T` and `x as any` say nothing that the compiler could check. */
function casts(file: SourceFile): Finding[] {
  const double = [...walk(file.program)].filter((node) => {
    if (node.type !== "TSAsExpression") return false;
    const [inner] = walk(node.expression);
    return inner?.type === "TSAsExpression" && !isConst(inner.typeAnnotation);
  });
  return double.map((node) => ({
    path: file.path,
    line: file.lineAt(node.start),
    what: "casts twice",
    instead: "Parse the value with a schema, or give the function the type it really takes.",
  }));
}

function isConst(type: unknown): boolean {
  const [node] = walk(type);
  return node?.type === "TSTypeReference" && nameOf(node.typeName) === "const";
}

/** Verbs say what they do. */
function names(file: SourceFile): Finding[] {
  if (!file.path.startsWith("lib/")) return [];
  const name = posix.basename(file.path).replace(/\.tsx?$/, "");
  return emptyNames.includes(name)
    ? [{ path: file.path, line: 1, what: `is called ${name}`, instead: "Say what it does, to what." }]
    : [];
}
