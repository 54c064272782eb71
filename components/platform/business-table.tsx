import { Building2 } from "lucide-react";
import { Tag } from "@/components/ui/display/tag";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";
import { formatMoney, toMoney } from "@/lib/kernel/money";
import type { BusinessRow, Spent } from "@/lib/platform/schema";

const columns: Column<BusinessRow>[] = [
  {
    head: "Business",
    cell: ({ name, slug, status, isDemo }) => (
      <span className="grid min-w-0 gap-0.5 py-1">
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <span className="truncate">{name}</span>
          {status === "suspended" && <Tag tone="bad">Suspended</Tag>}
          {isDemo && <Tag tone="quiet">Demo</Tag>}
        </span>
        <span className="truncate text-meta font-normal text-muted">{slug}</span>
      </span>
    ),
  },
  { head: "People", cell: ({ members }) => members, isNumber: true, isWideOnly: true },
  { head: "Numbers", cell: ({ numbers }) => numbers, isNumber: true, isWideOnly: true },
  {
    head: "Messages",
    cell: ({ messages }) => messages.toLocaleString("en"),
    isNumber: true,
    isWideOnly: true,
  },
  { head: "Last 30 days", cell: ({ spent }) => spentWords(spent), isNumber: true },
];

/** All businesses, each leading to its own page. */
export function BusinessTable({ businesses }: { businesses: BusinessRow[] }) {
  return (
    <DataTable
      caption="Businesses"
      columns={columns}
      rows={businesses}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/platform/tenants/${id}`}
      empty={
        <EmptyState icon={<Building2 aria-hidden />} title="No business found">
          Look for another part of the name, or set one up.
        </EmptyState>
      }
    />
  );
}

function spentWords(spent: readonly Spent[]): string {
  if (spent.length === 0) return "–";
  return spent.map((sum) => formatMoney(toMoney(sum))).join(" + ");
}
