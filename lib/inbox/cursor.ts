import { isId } from "@/lib/kernel/ids";

/** A place in a list ordered by time and id. */
export type Place = { at: Date; id: string };

/** A cursor as clients carry it: opaque to them. */
export function writeCursor(place: Place): string {
  return Buffer.from(`${place.at.toISOString()}|${place.id}`).toString("base64url");
}

/** Reads a cursor; a broken one reads as none, which is the first page. */
export function readPlace(cursor: string | undefined): Place | null {
  const [time, id] = Buffer.from(cursor ?? "", "base64url")
    .toString("utf8")
    .split("|");
  const at = new Date(time ?? "");
  return id && isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}
