import { libFolders } from "./layers";

/** Where in the house a file stands. */
export type Place =
  | { zone: "lib"; folder: string; room: string; depth: number }
  | { zone: "app" | "components" | "simulator" | "scripts" | "bench" | "e2e" | "tests" | "root" };

/** Reads a file's place from its path: `lib/customers/index.ts` is the room `index` of the folder `customers`. */
export function placeOf(path: string): Place {
  const [zone = "", folder = "", ...rest] = path.replace(/(?:\.test)?\.tsx?$/, "").split("/");
  switch (zone) {
    case "lib":
      return { zone, folder, room: rest.join("/") || "index", depth: rest.length };
    case "app":
    case "components":
    case "simulator":
    case "scripts":
    case "bench":
    case "e2e":
    case "tests":
      return { zone };
    default:
      return { zone: "root" };
  }
}

/** How high a folder of `lib` stands; -1 when the written order does not name it. */
export function heightOf(folder: string): number {
  return libFolders.indexOf(folder);
}
