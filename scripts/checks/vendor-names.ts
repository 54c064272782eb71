import type { Finding } from "./finding";
import { type Exceptions, vendorNames } from "./layers";
import { placeOf } from "./place";
import { isTestFile, type SourceFile } from "./source-file";

const ownHome = ["env", "demo", "webhooks", "wiring"];
const registry = "lib/carriers/registry.ts";

/** A carrier's name stands in its own folder of `lib/carriers` and in the registry, nowhere else in `lib`. */
export function checkVendorNames(files: readonly SourceFile[], exceptions: Exceptions): Finding[] {
  const found = files.filter(isInReach).flatMap(checkFile);
  const needed = new Set(found.map((finding) => finding.path));
  const stale = Object.keys(exceptions).filter((path) => !needed.has(path));
  return [
    ...found.filter((finding) => !Object.hasOwn(exceptions, finding.path)),
    ...stale.map((path) => ({
      path,
      line: 1,
      what: "is listed as naming a carrier but does not",
      instead: "Remove it from houseExceptions in scripts/checks/layers.ts.",
    })),
  ];
}

function isInReach(file: SourceFile): boolean {
  const place = placeOf(file.path);
  if (place.zone !== "lib" || ownHome.includes(place.folder) || isTestFile(file.path)) return false;
  const isVendors =
    place.folder === "carriers" && vendorNames.some((name) => place.room.startsWith(`${name}/`));
  return !isVendors && file.path !== registry;
}

function checkFile(file: SourceFile): Finding[] {
  return withoutComments(file)
    .split("\n")
    .flatMap((line, index) => {
      const name = vendorNames.find((vendor) => line.toLowerCase().includes(vendor));
      return name ? [{ path: file.path, line: index + 1, what: `names ${name}`, instead }] : [];
    });
}

const instead =
  "Ask the carrier's own description or port for what differs; a name in lib means an edit per new carrier.";

/** The text with every comment blanked, lines kept. */
function withoutComments(file: SourceFile): string {
  let text = file.text;
  for (const { start, end } of file.comments) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
  }
  return text;
}
