import { checkClientCode } from "./client-code";
import { checkCycles } from "./cycles";
import { checkDocComments } from "./doc-comments";
import { checkEnvironment } from "./environment";
import { checkFileShape } from "./file-shape";
import type { Finding } from "./finding";
import { checkFrameworks } from "./frameworks";
import { checkImportDirection } from "./import-direction";
import { houseExceptions } from "./layers";
import { checkRoutes } from "./routes";
import { parseSources, type SourceFile, type Sources } from "./source-file";
import { checkTypeNames } from "./type-names";
import { checkVendorNames } from "./vendor-names";

const checks: readonly ((files: readonly SourceFile[]) => Finding[])[] = [
  checkImportDirection,
  checkCycles,
  checkClientCode,
  checkFrameworks,
  checkEnvironment,
  checkDocComments,
  checkFileShape,
  checkTypeNames,
];

/** Everything that our own checks find in the sources, in the order of files and lines. */
export function checkHouse(sources: Sources, exceptions = houseExceptions): Finding[] {
  const files = parseSources(sources);
  const findings = [
    ...checks.flatMap((check) => check(files)),
    ...checkRoutes(files, exceptions.handlers),
    ...checkVendorNames(files, exceptions.vendorNames),
  ];
  return findings.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
