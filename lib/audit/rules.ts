import { createHash } from "node:crypto";

/** What an entry's hash covers. `at` is ISO 8601, `seq` decimal. */
export type AuditFacts = {
  seq: string;
  id: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  detail: unknown;
};

/** The hash that stands before a tenant's first entry. */
export const chainStart = "0".repeat(64);

/** The link of the chain: SHA-256 over the hash before it and the entry in one canonical spelling. */
export function auditHash(previousHash: string, facts: AuditFacts): string {
  return createHash("sha256").update(previousHash).update(canonicalJson(facts)).digest("hex");
}

/** JSON with sorted keys: PostgreSQL's jsonb gives them back in its own order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
