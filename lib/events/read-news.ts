import type { TenantId } from "@/lib/kernel/ids";
import { formatSnapshot, parseSnapshot, type Snapshot } from "./snapshot";

/** Runs a prepared statement on the connection that the live stream keeps. */
export type LiveQuery = (statement: {
  name: string;
  text: string;
  values: unknown[];
}) => Promise<{ rows: unknown[] }>;

/** Up to where a tenant has been read. */
export type Position = { tenantId: TenantId; seen: Snapshot };

/** A tenant's new events in order, as JSON texts, and the snapshot up to which this is all. `isCut`: there were more than the limit. */
export type News = { tenantId: TenantId; events: string[]; isCut: boolean; seen: Snapshot };

/** What one screen missed between its own position and the one that its tenant has reached. */
export type Gap = Position & { until: Snapshot };

type Row = { place: number; event: string; seen: string };

/** More events than this are not replayed: the screen loads everything afresh, which is cheaper. */
export const mostReplayed = 500;

/**
 * Exactly the rows that became visible after a snapshot: those of transactions that began after it, and those of
 * transactions that ran when it was taken. So no event is skipped however transactions overlap, none comes twice, and
 * none waits for an older transaction that is still open. Both parts are ranges of the primary key.
 */
const becameVisible = (until: string) => `
  SELECT seq, kind, subject, data, at FROM events e
   WHERE e.tenant_id = p.tenant_id AND e.xid >= p.xmax AND e.xid < pg_snapshot_xmax(${until})::text::bigint
     AND pg_visible_in_snapshot(e.xid::text::xid8, ${until})
  UNION ALL
  SELECT seq, kind, subject, data, at FROM events e
   WHERE e.tenant_id = p.tenant_id AND e.xid = ANY (string_to_array(p.running, ',')::bigint[])
     AND pg_visible_in_snapshot(e.xid::text::xid8, ${until})
  LIMIT ${mostReplayed + 1}`;

// Within what became visible together the order is that of `seq`: a transaction that waited for another one's rows
// inserted its event later, although its transaction id may be smaller.
const asRows = (until: string) => `
  SELECT p.place::int, ${until}::text AS seen,
         '{"seq":' || e.seq || ',"kind":' || to_json(e.kind) || ',"subject":' || e.subject || ',"data":' || e.data
           || ',"at":"' || to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}' AS event`;

const newsText = `${asRows("pg_current_snapshot()")}
  FROM unnest($1::uuid[], $2::bigint[], $3::text[]) WITH ORDINALITY AS p (tenant_id, xmax, running, place)
 CROSS JOIN LATERAL (${becameVisible("pg_current_snapshot()")}) e
 ORDER BY p.place, e.seq`;

const gapsText = `${asRows("p.until")}
  FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::pg_snapshot[])
       WITH ORDINALITY AS p (tenant_id, xmax, running, until, place)
 CROSS JOIN LATERAL (${becameVisible("p.until")}) e
 ORDER BY p.place, e.seq`;

/** Reads what is new for each tenant, in one statement. Tenants without news are left out. */
export async function readNews(query: LiveQuery, positions: readonly Position[]): Promise<News[]> {
  const rows = await readRows(query, { name: "live_news", text: newsText, values: columns(positions) });
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return positions.flatMap(({ tenantId }, index) => {
    const own = byPlace.get(index + 1) ?? [];
    const seen = parseSnapshot(own[0]?.seen ?? "");
    return seen ? [{ tenantId, ...cut(own), seen }] : [];
  });
}

/** Reads what each of these screens missed, in the same order. */
export async function readGaps(
  query: LiveQuery,
  gaps: readonly Gap[],
): Promise<{ events: string[]; isCut: boolean }[]> {
  const untils = gaps.map(({ until }) => formatSnapshot(until));
  const rows = await readRows(query, {
    name: "live_gaps",
    text: gapsText,
    values: [...columns(gaps), untils],
  });
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return gaps.map((_, index) => cut(byPlace.get(index + 1) ?? []));
}

/** Where reading starts for whoever comes new. */
export async function readPresent(query: LiveQuery): Promise<Snapshot> {
  const { rows } = await query({
    name: "live_present",
    text: "SELECT pg_current_snapshot()::text AS seen",
    values: [],
  });
  const [row] = rows as Pick<Row, "seen">[];
  const seen = parseSnapshot(row?.seen ?? "");
  if (!seen) throw new Error(`PostgreSQL gave a snapshot that is none: ${row?.seen}`);
  return seen;
}

async function readRows(query: LiveQuery, statement: Parameters<LiveQuery>[0]): Promise<Row[]> {
  return (await query(statement)).rows as Row[];
}

function columns(positions: readonly Position[]): unknown[] {
  return [
    positions.map(({ tenantId }) => tenantId),
    positions.map(({ seen }) => seen.xmax),
    positions.map(({ seen }) => seen.inProgress),
  ];
}

function cut(rows: readonly Row[]): { events: string[]; isCut: boolean } {
  return { events: rows.map(({ event }) => event), isCut: rows.length > mostReplayed };
}
