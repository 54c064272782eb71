"use client";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { PriceDialog } from "@/components/platform/price-dialog";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Tag } from "@/components/ui/display/tag";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import type { SelectOption } from "@/components/ui/form/select";
import { Banner } from "@/components/ui/page/banner";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { exactWords, kindWord, wayWord } from "@/components/usage/usage-words";
import type { PriceRow } from "@/lib/platform/schema";

type PriceTableProps = { prices: PriceRow[]; carriers: SelectOption[] };

const units: Record<PriceRow["kind"], string> = {
  ...{ sms: "a segment", whatsapp: "a message", call_minute: "a minute", number_month: "a month" },
};

/** The price list, to be changed line by line. */
export function PriceTable({ prices, carriers }: PriceTableProps) {
  const [edited, setEdited] = useState<PriceRow | "new" | null>(null);
  const [removed, setRemoved] = useState<PriceRow | null>(null);
  const { save } = useSave();
  const examples = prices.filter(({ isExample }) => isExample).length;
  const actions: Column<PriceRow> = {
    ...{ head: "Actions", isHeadHidden: true, isNumber: true },
    cell: (price) => (
      <span className="inline-flex">
        <IconButton
          size="sm"
          label={`Change ${nameOf(price)}`}
          icon={<Pencil aria-hidden />}
          onClick={() => setEdited(price)}
        />
        <IconButton
          size="sm"
          label={`Remove ${nameOf(price)}`}
          icon={<Trash2 aria-hidden />}
          onClick={() => setRemoved(price)}
        />
      </span>
    ),
  };
  return (
    <>
      {examples > 0 && (
        <div className="mb-4">
          <Banner tone="warn" title={`${examples} prices are examples`}>
            They are of the right size, but nobody has compared them with your contracts. Saving one confirms
            it.
          </Banner>
        </div>
      )}
      <div className="mb-4 flex justify-end">
        <Button variant="primary" onClick={() => setEdited("new")}>
          Add a price
        </Button>
      </div>
      <DataTable
        caption="Prices"
        rows={prices}
        rowKey={({ id }) => id}
        columns={[...columnsFor(carriers), actions]}
      />
      {edited && (
        <PriceDialog
          price={edited === "new" ? null : edited}
          carriers={carriers}
          onClose={() => setEdited(null)}
        />
      )}
      <ConfirmDialog
        open={removed !== null}
        onOpenChange={() => setRemoved(null)}
        title={`Remove ${removed ? nameOf(removed) : "this price"}?`}
        description="The next shorter prefix counts then; without any, the thing counts as free."
        confirmLabel="Remove price"
        onConfirm={async () =>
          void (await save(
            () => callApi("DELETE", `/api/v1/platform/prices/${removed?.id}`),
            "Price removed",
          ))
        }
      />
    </>
  );
}

function columnsFor(carriers: readonly SelectOption[]): Column<PriceRow>[] {
  const labelOf = (name: string) => carriers.find(({ value }) => value === name)?.label ?? name;
  return [
    {
      head: "What",
      cell: ({ kind, carrier, direction, prefix }) => (
        <span className="grid gap-0.5 py-1">
          <span className="font-medium">{kindWord(kind)}</span>
          <span className="text-meta text-muted">
            {labelOf(carrier)}, {wayWord(direction).toLowerCase()}
            <span className="md:hidden">, {prefix || "all others"}</span>
          </span>
        </span>
      ),
    },
    {
      ...{ head: "Numbers", isWideOnly: true },
      cell: ({ prefix }) => <span className="tabular">{prefix || "all others"}</span>,
    },
    {
      head: "State",
      isWideOnly: true,
      cell: ({ isExample }) =>
        isExample ? <Tag tone="warn">Example</Tag> : <Tag tone="good">Confirmed</Tag>,
    },
    {
      head: "Price",
      isNumber: true,
      cell: (price) => (
        <>
          {exactWords(price)} <span className="text-meta text-muted max-sm:hidden">{units[price.kind]}</span>
        </>
      ),
    },
  ];
}

function nameOf({ carrier, kind, direction, prefix }: PriceRow): string {
  return `${kindWord(kind)} ${wayWord(direction).toLowerCase()} ${prefix || "elsewhere"} at ${carrier}`;
}
