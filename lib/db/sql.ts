import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { Prisma } from "./generated/client";

/**
 * The smallest thing that runs SQL inside a transaction. Verbs that must work both inside Prisma and on the
 * hot path take this. Write explicit casts ($1::uuid, $2::jsonb, count(*)::int): both drivers then agree.
 */
export type Sql = {
  /** All rows. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or null. */
  one<Row>(text: string, values?: readonly unknown[]): Promise<Row | null>;
  /** How many rows the statement touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
  /** Runs after the transaction has committed; never when it rolls back. */
  afterCommit(effect: () => void): void;
};

/** Statements run on a raw connection, prepared once per connection and named after their text. */
export function preparedSql(client: PoolClient, effects: (() => void)[]): Sql {
  return {
    rows: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(prepared(text, values))).rows as Row[],
    one: async <Row>(text: string, values: readonly unknown[] = []) =>
      ((await client.query(prepared(text, values))).rows[0] ?? null) as Row | null,
    run: async (text, values = []) => (await client.query(prepared(text, values))).rowCount ?? 0,
    afterCommit: (effect) => void effects.push(effect),
  };
}

/** The same face inside a Prisma transaction. */
export function prismaSql(tx: Prisma.TransactionClient, effects: (() => void)[]): Sql {
  return {
    rows: (text, values = []) => tx.$queryRawUnsafe(text, ...values),
    one: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await tx.$queryRawUnsafe<Row[]>(text, ...values))[0] ?? null,
    run: (text, values = []) => tx.$executeRawUnsafe(text, ...values),
    afterCommit: (effect) => void effects.push(effect),
  };
}

const names = new Map<string, string>();

function prepared(text: string, values: readonly unknown[]) {
  return { name: statementName(text), text, values: [...values] };
}

function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `t${createHash("sha1").update(text).digest("hex").slice(0, 20)}`;
  names.set(text, name);
  return name;
}
