import type { Clock } from "./clock";

/**
 * What really happened, in order. Kinds are `noun.past-participle`:
 * `message.sent|status|received|auto_replied|canceled|redacted|deleted`, `media.deleted`,
 * `number.bought|updated|released`, `application.created|updated|deleted`, `key.created|deleted`,
 * `service.created|updated|deleted`, `call.created|updated|…`, `recording.…`,
 * `webhook.delivered|failed|dropped`, `request.answered` (every REST request), `fault.applied`.
 */
export type LedgerEntry = {
  seq: number;
  at: string;
  kind: string;
  [field: string]: unknown;
};

export type Ledger = {
  /** Writes one entry; `seq` and `at` are given here. */
  write(kind: string, fields: Record<string, unknown>): LedgerEntry;
  /** Entries after `since` (a sequence number or an ISO time), of a kind or of a noun (`message` = all `message.*`). */
  read(filter: { since?: string | null; kind?: string | null }): LedgerEntry[];
  clear(): void;
};

/** Enough for a long demo; the oldest entries go first. */
const MOST_ENTRIES = 50_000;

/** An empty ledger. Sequence numbers keep growing over `clear`. */
export function createLedger(clock: Clock): Ledger {
  let entries: LedgerEntry[] = [];
  let seq = 0;
  return {
    write(kind, fields) {
      seq += 1;
      const entry: LedgerEntry = { ...fields, seq, at: clock.now().toISOString(), kind };
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) entries = entries.slice(-MOST_ENTRIES / 2);
      return entry;
    },
    read({ since, kind }) {
      return entries.filter((entry) => isAfter(entry, since) && isOfKind(entry, kind));
    },
    clear() {
      entries = [];
    },
  };
}

function isAfter(entry: LedgerEntry, since: string | null | undefined): boolean {
  if (!since) return true;
  if (/^\d+$/.test(since)) return entry.seq > Number(since);
  return entry.at >= new Date(since).toISOString();
}

function isOfKind(entry: LedgerEntry, kind: string | null | undefined): boolean {
  return !kind || entry.kind === kind || entry.kind.startsWith(`${kind}.`);
}
