import { PhoneNumber } from "@/components/ui/display/phone-number";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { costWords, exactWords, kindWord, unitWords, wayWord } from "@/components/usage/usage-words";
import type { UsageSum, UsageView } from "@/lib/usage/schema";

type NumberRow = UsageView["numbers"][number];

const kindColumns: Column<UsageSum>[] = [
  { head: "Kind", cell: ({ kind }) => kindWord(kind) },
  { head: "Way", cell: ({ direction }) => wayWord(direction) },
  { head: "Used", cell: unitWords, isNumber: true },
  { head: "Reserved", cell: reservedWords, isNumber: true, isWideOnly: true },
  { head: "Cost", cell: exactWords, isNumber: true },
];

const numberColumns: Column<NumberRow>[] = [
  {
    head: "Number",
    cell: ({ e164, label }) =>
      e164 ? (
        <span className="block min-w-0">
          <span className="block font-medium">{label}</span>
          <span className="text-meta text-muted">
            <PhoneNumber e164={e164} />
          </span>
        </span>
      ) : (
        "Shared number of the installation"
      ),
  },
  { head: "Messages", cell: ({ sums }) => countOf(sums, ["sms", "whatsapp"]), isNumber: true },
  { head: "Minutes", cell: ({ sums }) => countOf(sums, ["call_minute"]), isNumber: true, isWideOnly: true },
  { head: "Cost", cell: ({ sums }) => costWords(sums), isNumber: true },
];

/** What each kind came to, each way. */
export function KindTable({ sums }: { sums: UsageSum[] }) {
  return (
    <DataTable
      caption="Usage of this month by kind"
      columns={kindColumns}
      rows={sums}
      rowKey={({ kind, direction, currency }) => `${kind} ${direction} ${currency}`}
      empty={<p className="text-muted">Nothing this month.</p>}
    />
  );
}

/** What each number came to. */
export function NumberTable({ numbers }: { numbers: NumberRow[] }) {
  return (
    <DataTable
      caption="Usage of this month by number"
      columns={numberColumns}
      rows={numbers}
      rowKey={({ numberId }) => numberId ?? "shared"}
      empty={<p className="text-muted">No number was used this month.</p>}
    />
  );
}

function reservedWords({ reservedMicros: micros, currency }: UsageSum): string {
  return micros === 0 ? "–" : exactWords({ micros, currency });
}

function countOf(sums: readonly UsageSum[], kinds: readonly UsageSum["kind"][]): string {
  const all = sums.filter(({ kind }) => kinds.includes(kind)).reduce((count, { units }) => count + units, 0);
  return all.toLocaleString("en");
}
