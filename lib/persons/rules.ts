/** A customer's row as the database writes it. */
export type CustomerRow = Record<string, unknown> & { id: string; name: string };

/** Columns that a merge may fill; every other one of the survivor stays. */
export const mergedColumns = [
  ...["name", "name_source", "email", "email_source", "city", "region", "country", "timezone", "language"],
  ...["tags", "fields"],
] as const;
type MergedColumn = (typeof mergedColumns)[number];

/** How the one row reads that two become: what the survivor knows stands, what it does not know is taken over. */
export function mergeRows(survivor: CustomerRow, other: CustomerRow): Record<MergedColumn, unknown> {
  const named = isNamed(survivor) || !isNamed(other) ? survivor : other;
  const mailed = isMailed(survivor) || !isMailed(other) ? survivor : other;
  return {
    ...{ name: named.name, name_source: named.name_source },
    ...{ email: mailed.email, email_source: mailed.email_source },
    ...placeOf(survivor.city || survivor.region || survivor.country ? survivor : other),
    timezone: survivor.timezone ?? other.timezone,
    language: survivor.language ?? other.language,
    tags: [...new Set([...listOf(survivor.tags), ...listOf(other.tags)])],
    fields: { ...objectOf(other.fields), ...objectOf(survivor.fields) },
  };
}

/** The survivor's columns that go back to what they were: those that nobody has changed since the merge. */
export function columnsToRestore(now: CustomerRow, after: CustomerRow): string[] {
  return [...mergedColumns, "updated_at"].filter(
    (column) => JSON.stringify(now[column]) === JSON.stringify(after[column]),
  );
}

/** A name somebody gave, and not one made from a place or a number. */
function isNamed({ name_source }: CustomerRow): boolean {
  return name_source !== "place" && name_source !== "unknown";
}

function isMailed({ email, email_source }: CustomerRow): boolean {
  return Boolean(email) && email_source !== "generated";
}

function placeOf({ city, region, country }: CustomerRow) {
  return { city, region, country };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
