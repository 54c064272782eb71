/**
 * Which transactions a reader has seen, as PostgreSQL writes it (`xmin:xmax:xip,…`): all below xmin, none from xmax on, and
 * of those between all but the listed ones. Kept as text, since transaction ids have 64 bits.
 */
export type Snapshot = { xmin: string; xmax: string; inProgress: string };

/** How far a screen has come: a snapshot, and when it was taken. */
export type Cursor = { snapshot: Snapshot; takenAt: number };

const snapshotPattern = /^(\d{1,19}):(\d{1,19}):(\d{1,19}(?:,\d{1,19})*)?$/;
const longestCursor = 6_000;

/** Reads what `pg_current_snapshot()::text` gives; null when it is something else. */
export function parseSnapshot(text: string): Snapshot | null {
  const [, xmin, xmax, inProgress = ""] = snapshotPattern.exec(text) ?? [];
  if (xmin === undefined || xmax === undefined || BigInt(xmin) > BigInt(xmax)) return null;
  return { xmin, xmax, inProgress };
}

/** Writes a snapshot as PostgreSQL reads it. */
export function formatSnapshot({ xmin, xmax, inProgress }: Snapshot): string {
  return `${xmin}:${xmax}:${inProgress}`;
}

/** Whether `later` ends before `earlier` did: transaction ids went backwards, so this is another database than before. */
export function isFromElsewhere(earlier: Snapshot, later: Snapshot): boolean {
  return BigInt(earlier.xmax) > BigInt(later.xmax);
}

/** Writes a cursor as an SSE `id:` of plain characters. */
export function formatCursor({ snapshot, takenAt }: Cursor): string {
  return `${Math.floor(takenAt / 1000)}.${formatSnapshot(snapshot)}`;
}

/** Reads an SSE id that a browser sent back; null for anything that we would not have written. */
export function parseCursor(text: string): Cursor | null {
  if (text.length > longestCursor) return null;
  const [, seconds, rest] = /^(\d{1,12})\.([\d:,]+)$/.exec(text) ?? [];
  const snapshot = rest === undefined ? null : parseSnapshot(rest);
  return snapshot && { snapshot, takenAt: Number(seconds) * 1000 };
}
