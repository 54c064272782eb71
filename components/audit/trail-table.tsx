import { ScrollText } from "lucide-react";
import { detailLines, sentenceOfAction } from "@/components/audit/trail-words";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";

type TrailEntry = {
  id: string;
  at: Date;
  actor: string;
  action: string;
  /** The business, in the installation's trail. */
  tenant?: string | null;
  detail: Record<string, unknown>;
};

const whatColumn: Column<TrailEntry> = {
  head: "What",
  cell: ({ action, detail, tenant, actor, at }) => (
    <span className="grid min-w-0 gap-0.5 py-1.5">
      <span className="font-medium">{sentenceOfAction(action)}</span>
      <span className="text-meta text-muted md:hidden">
        {actor}
        {tenant ? `, ${tenant}` : ""} · <RelativeTime at={at} />
      </span>
      {detailLines(detail).map((line) => (
        <span key={line} className="text-meta [overflow-wrap:anywhere] text-muted">
          {line}
        </span>
      ))}
    </span>
  ),
};
const whoColumn: Column<TrailEntry> = {
  ...{ head: "Who", isWideOnly: true },
  cell: ({ actor }) => <span className="md:whitespace-nowrap">{actor}</span>,
};
const tenantColumn: Column<TrailEntry> = {
  ...{ head: "Business", isWideOnly: true },
  cell: ({ tenant }) => (
    <span className={tenant ? "md:whitespace-nowrap" : "text-muted md:whitespace-nowrap"}>
      {tenant ?? "the installation"}
    </span>
  ),
};
const whenColumn: Column<TrailEntry> = {
  ...{ head: "When", isNumber: true, isWideOnly: true },
  cell: ({ at }) => <RelativeTime at={at} form="long" />,
};

/** An audit trail, the newest first: a business's own, or the whole installation's. */
export function TrailTable({ entries, hasTenants }: { entries: TrailEntry[]; hasTenants?: boolean }) {
  return (
    <DataTable
      caption="Audit trail"
      columns={[whatColumn, whoColumn, ...(hasTenants ? [tenantColumn] : []), whenColumn]}
      rows={entries}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={<ScrollText aria-hidden />} title="Nothing found">
          Nothing like this happened, or not in these days.
        </EmptyState>
      }
    />
  );
}
