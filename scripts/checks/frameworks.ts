import type { Finding } from "./finding";
import { isNoun } from "./import-direction";
import { databaseFolders, databasePackages, frameworkNouns, frameworkPackages } from "./layers";
import { placeOf } from "./place";
import { isTestFile, type SourceFile } from "./source-file";
import { nameOf, walk } from "./walk";

const webTypes: readonly string[] = ["Request", "Response", "NextRequest", "NextResponse"];

/** Nouns know no framework and no HTTP; only `lib/db` knows the database's packages. */
export function checkFrameworks(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => !isTestFile(file.path))
    .flatMap((file) => [...checkNoun(file), ...checkDatabasePackages(file)]);
}

function checkNoun(file: SourceFile): Finding[] {
  const place = placeOf(file.path);
  if (place.zone !== "lib" || !isNoun(place.folder) || frameworkNouns.includes(place.folder)) return [];
  const packages = file.imports.filter(({ specifier }) => frameworkPackages.test(specifier));
  return [
    ...packages.map(({ line, specifier }) => ({
      path: file.path,
      line,
      what: `a noun imports ${specifier}`,
      instead: "Keep the framework in app or components and pass plain values in.",
    })),
    ...webTypesIn(file),
  ];
}

function webTypesIn(file: SourceFile): Finding[] {
  const found = new Map<number, string>();
  for (const node of walk(file.program)) {
    const name = nameOf(
      node.type === "TSTypeReference" ? node.typeName : node.type === "NewExpression" ? node.callee : null,
    );
    if (name && webTypes.includes(name)) found.set(node.start, name);
  }
  return [...found].map(([offset, name]) => ({
    path: file.path,
    line: file.lineAt(offset),
    what: `a noun handles a ${name}`,
    instead: "Take parsed values and return plain ones; lib/http, lib/webhooks and app speak HTTP.",
  }));
}

function checkDatabasePackages(file: SourceFile): Finding[] {
  const place = placeOf(file.path);
  const isDatabase = place.zone === "lib" && databaseFolders.includes(place.folder);
  if (isDatabase || !["lib", "app", "components", "root"].includes(place.zone)) return [];
  return file.imports
    .filter(
      ({ specifier, target }) => databasePackages.test(specifier) || target?.startsWith("lib/db/generated/"),
    )
    .map(({ line, specifier }) => ({
      path: file.path,
      line,
      what: `imports ${specifier}`,
      instead: 'Take what you need from "@/lib/db".',
    }));
}
