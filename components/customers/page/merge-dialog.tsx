"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTakeApart } from "@/components/customers/page/merges";
import { type Paged, queryText, Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import type { CustomerView } from "@/lib/customers/schema";

/** Finds the other one and makes one customer of the two. */
export function MergeDialog({ customer, onClose }: { customer: CustomerView; onClose: () => void }) {
  const queries = useQueryClient();
  const takeApart = useTakeApart(customer.id);
  const [found, setFound] = useState<CustomerView[]>([]);
  const [otherId, setOtherId] = useState("");
  const [error, setError] = useState<string>();
  const [isWorking, setIsWorking] = useState(false);
  const other = found.find(({ id }) => id === otherId);

  async function search(words: string) {
    const path = `/api/v1/customers${queryText({ search: words, limit: 10 })}`;
    const { data } = await request<Paged<CustomerView>>("GET", path).catch(() => ({ data: [] }));
    setFound((before) => [
      ...before.filter(({ id }) => id === otherId && !data.some((each) => each.id === id)),
      ...data.filter(({ id }) => id !== customer.id),
    ]);
  }

  async function merge() {
    if (!other) return;
    setIsWorking(true);
    try {
      const { id } = await request<{ id: string }>("POST", `/api/v1/customers/${customer.id}/merges`, {
        body: { customerId: other.id },
      });
      await queries.invalidateQueries();
      onClose();
      toast.undo(
        `${phoneFace(other.name)} is part of ${phoneFace(customer.name)} now`,
        () => void takeApart(id, other.name),
      );
    } catch (problem) {
      setError(problem instanceof Refused ? problem.message : "The server could not be reached.");
    } finally {
      setIsWorking(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Merge with ${phoneFace(customer.name)}`}
      description="For one person who is here twice. Nothing is lost, and you can take it apart again."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!other} isLoading={isWorking} onClick={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="The other customer" error={error}>
          <Combobox
            label="The other customer"
            options={found.map((each) => ({ value: each.id, label: labelOf(each) }))}
            value={otherId}
            onValueChange={setOtherId}
            onSearch={(words) => void search(words)}
          />
        </Field>
        {other && (
          <p className="rounded-card bg-selection px-3 py-2.5 text-small">
            <strong className="font-semibold">{phoneFace(customer.name)}</strong> stays and gets the numbers,
            conversations, calls, appointments, notes and tags of{" "}
            <strong className="font-semibold">{labelOf(other)}</strong>.
          </p>
        )}
      </div>
    </Dialog>
  );
}

function labelOf({ name, addresses }: CustomerView): string {
  const address = addresses[0]?.address.replace(/^whatsapp:/, "");
  const face = phoneFace(name);
  return address && phoneFace(address) !== face ? `${face} · ${phoneFace(address)}` : face;
}
