import { newId } from "@/lib/kernel/ids";
import type { RowPerson } from "./rules";
import type { RowOutcome } from "./schema";

/** What became of one row. */
export type RowResult = {
  row: number;
  outcome: RowOutcome;
  reason: string | null;
  customerId: string | null;
};

/** A customer who is there already, as far as an import may fill them. */
export type Known = {
  id: string;
  name: string;
  nameSource: string;
  email: string | null;
  emailSource: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  language: string | null;
  timezone: string | null;
  tags: string[];
  fields: Record<string, string>;
  /** Row of this import that was theirs, in an earlier step. */
  row: number | null;
};

/** A customer with what a file adds; `addresses` are new ones. */
export type Filled = { customer: Known; addresses: RowPerson["addresses"] };

export type Sorted = { fresh: { id: string; person: RowPerson }[]; filled: Filled[]; outcomes: RowResult[] };

/** The same number's address on the other kind of channel. */
export function twinOf(address: string): string {
  return address.startsWith("whatsapp:") ? address.slice("whatsapp:".length) : `whatsapp:${address}`;
}

/**
 * Decides what becomes of each row: a new customer, more about a known one, or nothing. Pure; `owners` says whose an
 * address is, `known` who they are.
 */
export function sortRows(
  people: readonly RowPerson[],
  owners: Map<string, string>,
  known: ReadonlyMap<string, Known>,
): Sorted {
  const sorted: Sorted = { fresh: [], filled: [], outcomes: [] };
  const rowOf = new Map(
    [...known.values()].flatMap(({ id, row }) => (row === null ? [] : [[id, row] as const])),
  );
  for (const person of people) {
    const ids = [
      ...new Set(
        person.addresses.flatMap(({ address }) => owners.get(address) ?? owners.get(twinOf(address)) ?? []),
      ),
    ];
    const [id = newId()] = ids;
    const say = (outcome: RowOutcome, reason: string | null) =>
      sorted.outcomes.push({
        row: person.row,
        outcome,
        reason,
        customerId: outcome === "failed" ? null : id,
      });
    const before = rowOf.get(id);
    if (ids.length > 1) say("failed", severalOwners(ids, known));
    else if (before !== undefined) say("duplicate", `The same number as in row ${before}, which was taken.`);
    else if (ids.length === 0) {
      sorted.fresh.push({ id, person });
      say("created", person.remark);
    } else {
      const filled = fill(known.get(id), person, owners);
      if (filled) sorted.filled.push(filled);
      say(filled ? "updated" : "unchanged", null);
    }
    if (ids.length > 1) continue;
    rowOf.set(id, before ?? person.row);
    for (const { address } of person.addresses) if (!owners.has(address)) owners.set(address, id);
  }
  return sorted;
}

function severalOwners(ids: string[], known: ReadonlyMap<string, Known>): string {
  const names = ids.map((id) => known.get(id)?.name ?? "another row of this file").slice(0, 3);
  return `The numbers of this row belong to different customers: ${names.join(", ")}. If they are one person, merge them.`;
}

const placeholders: readonly string[] = ["unknown", "place", "profile"];

/** Fills what is empty or was only guessed; what a person wrote stays. Null when nothing is new. */
function fill(customer: Known | undefined, person: RowPerson, owners: Map<string, string>): Filled | null {
  if (!customer) return null;
  const addresses = person.addresses.filter(({ address }) => !owners.has(address));
  const next = { ...customer };
  if (person.name && placeholders.includes(customer.nameSource))
    Object.assign(next, { name: person.name, nameSource: "import" });
  if (person.email && customer.emailSource !== "given")
    Object.assign(next, { email: person.email, emailSource: "given" });
  for (const key of ["city", "region", "country", "language", "timezone"] as const)
    next[key] = customer[key] ?? person.place[key] ?? null;
  next.tags = [...new Set([...customer.tags, ...person.tags])].slice(0, Math.max(30, customer.tags.length));
  next.fields = { ...person.fields, ...customer.fields };
  const isSame =
    addresses.length === 0 &&
    next.tags.length === customer.tags.length &&
    Object.keys(next.fields).length === Object.keys(customer.fields).length &&
    (["name", "email", "city", "region", "country", "language", "timezone"] as const).every(
      (key) => next[key] === customer[key],
    );
  return isSame ? null : { customer: next, addresses };
}
