import { GitBranch } from "lucide-react";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";
import type { FlowRow } from "@/lib/flows/schema";
import { NewFlowButton } from "./new-flow-button";

const columns: Column<FlowRow>[] = [
  { head: "Name", cell: ({ name }) => <span className="font-semibold">{name}</span> },
  {
    head: "State",
    cell: ({ publishedVersion, isChanged }) =>
      publishedVersion === null ? (
        <Tag tone="warn">Not published</Tag>
      ) : (
        <span className="inline-flex flex-wrap gap-1.5">
          <Tag tone="good">{`Version ${publishedVersion}`}</Tag>
          {isChanged && <Tag>Changes to publish</Tag>}
        </span>
      ),
  },
  {
    head: "Serves",
    isWideOnly: true,
    cell: ({ numbers }) =>
      numbers.length === 0 ? (
        <span className="text-muted">No number yet</span>
      ) : (
        <span className="flex flex-col">
          {numbers.map(({ id, e164 }) => (
            <PhoneNumber key={id} e164={e164} />
          ))}
        </span>
      ),
  },
  { head: "Changed", isWideOnly: true, cell: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
];

/** The business's flows. */
export function FlowTable({ flows }: { flows: FlowRow[] }) {
  return (
    <DataTable
      caption="Flows"
      columns={columns}
      rows={flows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/flows/${id}`}
      empty={
        <EmptyState icon={<GitBranch aria-hidden />} title="No flow yet" action={<NewFlowButton />}>
          Draw what happens to a call: a menu, opening hours, who rings, and what comes last. Then choose it
          for a number.
        </EmptyState>
      }
    />
  );
}
