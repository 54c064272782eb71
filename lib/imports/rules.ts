import { type FieldKind, fieldValue, foldText } from "@/lib/customers/rules";
import { parseAddress } from "@/lib/kernel/address";
import { storableText } from "@/lib/kernel/text";

/** A customer as a row of a file describes one. */
export type RowPerson = {
  row: number;
  name: string | null;
  addresses: { kind: "phone" | "whatsapp"; address: string; country: string | null }[];
  email: string | null;
  tags: string[];
  fields: Record<string, string>;
  place: Partial<Record<"city" | "region" | "country" | "language" | "timezone", string>>;
  optedOut: boolean;
  /** Something to tell although the row is taken. */
  remark: string | null;
};

/** A row read, or why it cannot be taken. */
export type ReadRow = { ok: true; person: RowPerson } | { ok: false; row: number; reason: string };

export type RowRules = {
  mapping: readonly string[];
  country: string;
  tags: readonly string[];
  kinds: ReadonlyMap<string, FieldKind>;
};

const longest = {
  name: 120,
  email: 200,
  city: 80,
  region: 80,
  country: 2,
  language: 20,
  timezone: 60,
} as const;

/** Reads one row by what its columns are. Whatever is wrong is said in words that name the column. */
export function readRow(row: number, cells: readonly string[], rules: RowRules): ReadRow {
  try {
    const person = emptyPerson(row, rules.tags);
    const names: string[] = [];
    rules.mapping.forEach((target, index) => {
      const text = plainCell(cells[index] ?? "");
      if (text !== "") take(person, names, target, text, rules);
    });
    return finish(person, names);
  } catch (error) {
    if (error instanceof Unfit) return { ok: false, row, reason: error.message };
    throw error;
  }
}

class Unfit extends Error {}

function emptyPerson(row: number, tags: readonly string[]): RowPerson {
  const nothing = {
    name: null,
    addresses: [],
    email: null,
    fields: {},
    place: {},
    optedOut: false,
    remark: null,
  };
  return { row, ...nothing, addresses: [], fields: {}, place: {}, tags: [...tags] };
}

/** Spreadsheets and our own export put an apostrophe before what they would run as a formula. */
function plainCell(text: string): string {
  const trimmed = storableText(text, text.length).trim();
  return /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

function take(person: RowPerson, names: string[], target: string, text: string, rules: RowRules): void {
  if (target === "name" || target === "first_name" || target === "last_name")
    names.push(fitting("Name", text, longest.name));
  else if (target === "phone" || target === "whatsapp")
    person.addresses.push(...readAddresses(text, target, rules));
  else if (target === "email") person.email = readEmail(text);
  else if (target === "tags") person.tags.push(...readTags(text));
  else if (target === "consent") person.optedOut = isRefusal(text);
  else if (target.startsWith("field:")) setField(person, target.slice(6), text, rules);
  else if (isPlace(target)) person.place[target] = readPlace(target, text);
}

function fitting(column: string, text: string, most: number): string {
  if (text.length <= most) return text;
  const count = text.length.toLocaleString("en");
  throw new Unfit(`${column}: ${count} characters, at most ${most.toLocaleString("en")} fit.`);
}

function readAddresses(text: string, kind: "phone" | "whatsapp", rules: RowRules): RowPerson["addresses"] {
  return fitting("Number", text, 500)
    .split(/[;|\n]+/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const raw = kind === "whatsapp" && !/^whatsapp:/i.test(part.trim()) ? `whatsapp:${part.trim()}` : part;
      const address = parseAddress(raw, rules.country);
      const shown = part.trim().slice(0, 40);
      if (address.kind === "whatsapp" && address.e164)
        return { kind: "whatsapp" as const, address: address.address, country: null };
      if (address.kind !== "phone") throw new Unfit(`Number: "${shown}" is not a phone number.`);
      return { kind: "phone" as const, address: address.address, country: address.country };
    });
}

function readEmail(text: string): string {
  const email = fitting("E-mail", text, longest.email);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Unfit(`E-mail: "${email.slice(0, 40)}" is not an address.`);
  return email;
}

function readTags(text: string): string[] {
  const tags = text.split(/[,;|]+/).map((tag) => tag.trim());
  return tags.filter(Boolean).map((tag) => fitting("Tag", tag, 40));
}

/** No, stop, opted out, in a few languages; anything else changes nothing, because a file proves no consent. */
function isRefusal(text: string): boolean {
  const words = [
    "no",
    "n",
    "false",
    "0",
    "stop",
    "opted out",
    "optout",
    "opt-out",
    "unsubscribed",
    "nein",
    "non",
  ];
  return words.includes(foldText(text).replace("_", " "));
}

function setField(person: RowPerson, key: string, text: string, { kinds }: RowRules): void {
  const kind = kinds.get(key);
  if (!kind) return;
  const value = fieldValue(kind, fitting(key, text, 2000));
  if (value === null)
    throw new Unfit(`${key}: "${text.slice(0, 40)}" is not a ${kind.replace("_", " or ")}.`);
  person.fields[key] = value;
}

function isPlace(target: string): target is keyof RowPerson["place"] {
  return target in longest && target !== "name" && target !== "email";
}

function readPlace(target: keyof RowPerson["place"], text: string): string {
  if (target === "country" && !/^[a-z]{2}$/i.test(text))
    throw new Unfit(`Country: write two letters, such as US; not "${text.slice(0, 40)}".`);
  const value = fitting(target, text, longest[target]);
  return target === "country" ? value.toUpperCase() : value;
}

function finish(person: RowPerson, names: string[]): ReadRow {
  person.name = names.join(" ").slice(0, longest.name) || null;
  person.tags = [...new Set(person.tags)].slice(0, 30);
  const unique = new Map(person.addresses.map((address) => [address.address, address]));
  person.addresses = [...unique.values()].slice(0, 20);
  if (person.addresses.length === 0)
    return {
      ok: false,
      row: person.row,
      reason: "There is no number in this row, and nobody is known without one.",
    };
  if (/^[=+\-@\t\r]/.test(person.name ?? ""))
    person.remark = "The name begins like a formula; it was taken as plain text.";
  return { ok: true, person };
}

const guesses: readonly [RegExp, string][] = [
  [/^(first|given|fore) ?name|^vorname|^nombre de pila/, "first_name"],
  [/^(last|family|sur) ?name|^nachname|^apellido/, "last_name"],
  [/whats ?app/, "whatsapp"],
  [/phone|mobile|cell|^tel|number|handy|movil|numero/, "phone"],
  [/e-? ?mail|correo/, "email"],
  [/name|nombre|kunde|customer|client|contact/, "name"],
  [/tag|label|group|segment|etiqueta/, "tags"],
  [/city|town|stadt|ciudad/, "city"],
  [/state|region|province|county/, "region"],
  [/country|land|pais/, "country"],
  [/language|sprache|idioma/, "language"],
  [/time ?zone/, "timezone"],
  [/consent|opt|subscri|marketing/, "consent"],
];

/** What the columns are, as far as their heads and the first rows tell; each thing but numbers and tags once. */
export function guessMapping(
  rows: readonly string[][],
  fields: readonly { key: string; label: string }[],
): { mapping: string[]; hasHeader: boolean } {
  const [head = [], ...body] = rows;
  const byHead = head.map((cell) => guessOf(cell, fields));
  const hasHeader = byHead.some((target) => target !== "ignore") && !head.some(looksLikeNumber);
  const targets = hasHeader ? byHead : head.map((cell) => (looksLikeNumber(cell) ? "phone" : "ignore"));
  if (!targets.includes("phone") && !targets.includes("whatsapp")) {
    const column = head.findIndex(
      (_, index) => body.length > 0 && body.every((row) => looksLikeNumber(row[index] ?? "")),
    );
    if (column >= 0) targets[column] = "phone";
  }
  if (!targets.some((target) => target.endsWith("name"))) {
    const column = targets.indexOf("ignore");
    if (column >= 0 && !hasHeader) targets[column] = "name";
  }
  const seen = new Set<string>();
  const mapping = targets.map((target) => {
    if (target === "phone" || target === "tags" || !seen.has(target)) {
      seen.add(target);
      return target;
    }
    return "ignore";
  });
  return { mapping, hasHeader };
}

function guessOf(cell: string, fields: readonly { key: string; label: string }[]): string {
  const head = foldText(cell).replace(/[_-]+/g, " ").trim();
  const own = fields.find(({ label }) => foldText(label) === foldText(cell.trim()));
  if (own) return `field:${own.key}`;
  return guesses.find(([pattern]) => pattern.test(head))?.[1] ?? "ignore";
}

function looksLikeNumber(cell: string): boolean {
  return /^\+?[\d\s().-]{7,20}$/.test(cell.trim());
}
