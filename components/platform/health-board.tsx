import { CircleCheck } from "lucide-react";
import { QueueFigures } from "@/components/platform/queue-figures";
import { RefreshButton } from "@/components/platform/refresh-button";
import { RetryJobButton } from "@/components/platform/retry-job-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import type { HealthView } from "@/lib/platform";

type FailedJob = HealthView["failedJobs"][number];
type Webhooks = HealthView["webhooks"][number];
type Failure = HealthView["failures"][number];

const jobColumns: Column<FailedJob>[] = [
  {
    head: "Job",
    cell: ({ kind, tenant, error }) => (
      <span className="grid min-w-0 gap-0.5 py-1">
        <span className="font-medium">{kind}</span>
        <span className="text-meta break-words text-muted">
          {tenant ? `${tenant}: ` : ""}
          {error ?? "no reason was kept"}
        </span>
      </span>
    ),
  },
  {
    head: "Failed",
    cell: ({ failedAt }) => <RelativeTime at={failedAt} />,
    isNumber: true,
    isWideOnly: true,
  },
  {
    ...{ head: "Actions", isHeadHidden: true, isNumber: true },
    cell: ({ id, kind }) => <RetryJobButton id={id} kind={kind} />,
  },
];

const webhookColumns: Column<Webhooks>[] = [
  { head: "Carrier", cell: ({ carrier }) => <span className="font-medium capitalize">{carrier}</span> },
  {
    head: "Last seen",
    cell: ({ lastSeen }) =>
      lastSeen ? <RelativeTime at={lastSeen} /> : <span className="text-muted">never</span>,
  },
  { head: "Believed", cell: ({ believed }) => believed.toLocaleString("en"), isNumber: true },
  {
    head: "Refused",
    cell: ({ refused }) => <span className={refused > 0 ? "font-semibold text-bad" : ""}>{refused}</span>,
    isNumber: true,
  },
];

const failureColumns: Column<Failure>[] = [
  { head: "Code", cell: ({ code }) => <code className="font-mono text-small">{code}</code> },
  { head: "Carrier", cell: ({ carrier }) => <span className="capitalize">{carrier || "–"}</span> },
  { head: "Texts", cell: ({ count }) => count, isNumber: true },
];

/** Queue, webhooks, errors. */
export function HealthBoard({ health, now }: { health: HealthView; now: Date }) {
  const { queue, failedJobs, webhooks, failures } = health;
  return (
    <>
      <QueueFigures queue={queue} now={now} />
      <div className="mt-8 mb-3 flex items-center justify-between gap-3">
        <h2 className="text-title">Failed jobs</h2>
        <RefreshButton />
      </div>
      <DataTable
        caption="Failed jobs"
        columns={jobColumns}
        rows={failedJobs}
        rowKey={({ id }) => id}
        empty={<AllWell>No job has used up its attempts.</AllWell>}
      />
      <h2 className="mt-8 mb-3 text-title">Webhooks of the last 24 hours</h2>
      <DataTable
        caption="Webhooks"
        columns={webhookColumns}
        rows={webhooks}
        rowKey={({ carrier }) => carrier}
      />
      <h2 className="mt-8 mb-3 text-title">Texts that failed in the last 24 hours</h2>
      <DataTable
        caption="Failed texts by code"
        columns={failureColumns}
        rows={failures}
        rowKey={({ carrier, code }) => `${carrier} ${code}`}
        empty={<AllWell>None failed.</AllWell>}
      />
    </>
  );
}

function AllWell({ children }: { children: string }) {
  return (
    <p className="flex items-center gap-2 text-muted">
      <CircleCheck className="size-4 text-good" aria-hidden />
      {children}
    </p>
  );
}
