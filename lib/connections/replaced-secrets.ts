import type { OpenConnection } from "./schema";

/** What stands before the name of a field whose secret was replaced. */
const prefix = "previous.";

/** Parts a connection's fields into those in force and those that they replaced, by their plain names. */
export function partReplaced(fields: Readonly<Record<string, string>>) {
  const entries = Object.entries(fields);
  return {
    inForce: Object.fromEntries(entries.filter(([name]) => !name.startsWith(prefix))),
    replaced: Object.fromEntries(
      entries.flatMap(([name, text]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [])),
    ),
  };
}

/**
 * The same account as it was before its secrets were replaced: carriers go on signing with the old token for a while.
 * null once the overlap is over, or when nothing was replaced.
 */
export function beforeReplacement(
  one: OpenConnection,
  { replaced, until }: { replaced: Record<string, string>; until: string | undefined },
  now: Date,
): OpenConnection | null {
  const isOver = until === undefined || new Date(until) <= now;
  if (isOver || Object.keys(replaced).length === 0) return null;
  const credentials = { ...one.connection.credentials, ...replaced };
  return { ...one, connection: { ...one.connection, credentials } };
}

/**
 * What is kept when `fresh` replaces fields: the fresh ones, the untouched ones, and of the changed ones what they were
 * before. Former replacements go: only one step back is believed.
 */
export function replacing(
  fields: Readonly<Record<string, string>>,
  fresh: Readonly<Record<string, string>>,
): { next: Record<string, string>; isChanged: boolean } {
  const { inForce } = partReplaced(fields);
  const changed = Object.entries(inForce).filter(
    ([name, text]) => fresh[name] !== undefined && fresh[name] !== text,
  );
  const isNew = Object.keys(fresh).some((name) => inForce[name] === undefined);
  if (changed.length === 0 && !isNew) return { next: { ...fields }, isChanged: false };
  const former = changed.length === 0 ? partOf(fields) : changed.map(([name, text]) => [prefix + name, text]);
  return { next: { ...inForce, ...fresh, ...Object.fromEntries(former) }, isChanged: changed.length > 0 };
}

function partOf(fields: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(fields).filter(([name]) => name.startsWith(prefix));
}
