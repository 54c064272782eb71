import type { Finding } from "./finding";
import { openRooms, portFolders, pureFolders, vendorNames, wiringFolders } from "./layers";
import { heightOf, type Place, placeOf } from "./place";
import { type Import, isTestFile, type SourceFile } from "./source-file";

type Verdict = { what: string; instead: string } | null;

/** Imports go down only: app and components, then nouns in their order, then ports, then kernel. */
export function checkImportDirection(files: readonly SourceFile[]): Finding[] {
  return [...unnamedFolders(files), ...files.flatMap(checkFile)];
}

function unnamedFolders(files: readonly SourceFile[]): Finding[] {
  const first = new Map<string, string>();
  for (const { path } of files) {
    const place = placeOf(path);
    if (place.zone !== "lib" || heightOf(place.folder) >= 0 || first.has(place.folder)) continue;
    first.set(place.folder, path);
  }
  return [...first].map(([folder, path]) => ({
    path,
    line: 1,
    what: `lib/${folder} has no place in the order of lib`,
    instead:
      "Name it in scripts/checks/layers.ts and lib/README.md, above what it imports and below what imports it.",
  }));
}

function checkFile(file: SourceFile): Finding[] {
  return file.imports.flatMap((imported) => {
    const verdict = imported.target === null ? null : judge(file.path, imported, imported.target);
    return verdict ? [{ path: file.path, line: imported.line, ...verdict }] : [];
  });
}

function judge(path: string, imported: Import, target: string): Verdict {
  const [from, to] = [placeOf(path), placeOf(target)];
  if (from.zone === "simulator" && to.zone !== "simulator") return judgeSimulator(imported);
  if (isTestFile(path)) return null;
  if (to.zone === "simulator" && !["simulator", "scripts", "bench"].includes(from.zone)) {
    return {
      what: `the product imports ${imported.specifier}`,
      instead: "Talk to the simulator over HTTP, as to a carrier.",
    };
  }
  if (isTestFile(target)) {
    return ["scripts", "bench", "tests", "e2e"].includes(from.zone)
      ? null
      : { what: `imports ${target}, which is for tests`, instead: "Move what the product needs out of it." };
  }
  return judgeZones(from, to, imported) ?? judgeLib(from, to, target);
}

function judgeSimulator(imported: Import): Verdict {
  return {
    what: `the simulator imports ${imported.specifier}`,
    instead: "Write what the carrier does from the contract page; shared code would hide shared mistakes.",
  };
}

function judgeZones(from: Place, to: Place, imported: Import): Verdict {
  const isProduct = from.zone === "lib" || from.zone === "app" || from.zone === "components";
  if (!isProduct) return null;
  if (from.zone === "lib" && to.zone !== "lib" && imported.specifier.endsWith(".json") === false) {
    return {
      what: `lib imports ${imported.specifier}`,
      instead: "Move it down into lib, or pass it in as a parameter.",
    };
  }
  if (from.zone === "components" && to.zone === "app") {
    return {
      what: `a component imports ${imported.specifier}`,
      instead: "Move the shared part into components.",
    };
  }
  if (["scripts", "bench", "e2e"].includes(to.zone)) {
    return { what: `the product imports ${imported.specifier}`, instead: "Move it into lib." };
  }
  if (from.zone !== "lib" && to.zone === "lib" && to.folder === "db") {
    return {
      what: "routing or looks import the database",
      instead: "Call a verb of the noun that owns the rows.",
    };
  }
  return null;
}

function judgeLib(from: Place, to: Place, target: string): Verdict {
  if (to.zone !== "lib") return null;
  if (from.zone === "lib" && from.folder === to.folder) return judgeOwnFolder(from, to);
  if (from.zone === "scripts" || from.zone === "bench") return null;
  if (to.room === "jobs" && from.zone === "lib" && isWiring(from.folder)) return null;
  const vendor = vendorNames.find((name) => to.folder === "carriers" && to.room.startsWith(`${name}/`));
  if (!isOpen(to.folder, to.room)) {
    return {
      what: vendor
        ? `imports ${target} from outside lib/carriers`
        : `imports ${target} past the face of lib/${to.folder}`,
      instead: `Import from "@/lib/${to.folder}" (or its schema or rules); export there what is missing.`,
    };
  }
  if (from.zone !== "lib" || heightOf(to.folder) < 0 || heightOf(from.folder) < 0) return null;
  if (heightOf(to.folder) < heightOf(from.folder)) return null;
  return {
    what: `lib/${from.folder} imports lib/${to.folder}, which stands above it`,
    instead: "Write an event row that the higher one subscribes to, take a parameter, or move the code.",
  };
}

function judgeOwnFolder(from: Place & { zone: "lib" }, to: Place & { zone: "lib" }): Verdict {
  if (to.room === "index" && from.room !== "index" && to.depth > 0) {
    return { what: "imports the face of its own folder", instead: "Import the file that has it." };
  }
  const vendor = vendorNames.find((name) => to.room.startsWith(`${name}/`));
  if (!vendor || from.folder !== "carriers" || from.room.startsWith(`${vendor}/`) || from.room === "registry")
    return null;
  return {
    what: `imports the folder of ${vendor}`,
    instead: "Ask the registry for the carrier; only registry.ts names them.",
  };
}

function isOpen(folder: string, room: string): boolean {
  return folder === "kernel" || isWiring(folder) || openRooms.test(room);
}

function isWiring(folder: string): boolean {
  return wiringFolders.some((name) => name === folder);
}

/** Whether a folder of `lib` is one of the product's nouns. */
export function isNoun(folder: string): boolean {
  return ![...pureFolders, ...portFolders, ...wiringFolders].some((name) => name === folder);
}
