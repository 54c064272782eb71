"use client";
import { Download, Ellipsis, Merge, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { MergeDialog } from "@/components/customers/page/merge-dialog";
import { phoneFace } from "@/components/ui/display/phone-face";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { toast } from "@/components/ui/overlay/toast";
import type { CustomerView } from "@/lib/customers/schema";

type CustomerMenuProps = { customer: CustomerView; mayExport: boolean; mayErase: boolean };

/** What is done to a customer as a whole: merging, handing out, erasing. */
export function CustomerMenu({ customer, mayExport, mayErase }: CustomerMenuProps) {
  const [opened, setOpened] = useState<"merge" | "erase" | null>(null);
  const router = useRouter();

  async function erase() {
    const answer = await callApi("POST", `/api/v1/customers/${customer.id}/erasure`, {
      body: { confirmation: customer.name },
    });
    if (!answer.ok) return toast.error("Not erased", { description: sentenceOf(answer.problem) });
    toast.success("Erased", { description: "A no to texts stays, so that nobody writes to them again." });
    router.push("/customers");
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label="More"
            className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
          >
            <Ellipsis className="size-[18px]" aria-hidden />
          </button>
        }
      >
        <MenuItem icon={<Merge />} onSelect={() => setOpened("merge")}>
          Merge with another…
        </MenuItem>
        {mayExport && (
          <MenuItem
            icon={<Download />}
            onSelect={() => window.location.assign(`/api/v1/customers/${customer.id}/export`)}
          >
            Export everything about them
          </MenuItem>
        )}
        {mayErase && (
          <>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} tone="bad" onSelect={() => setOpened("erase")}>
              Erase this person…
            </MenuItem>
          </>
        )}
      </Menu>
      {opened === "merge" && <MergeDialog customer={customer} onClose={() => setOpened(null)} />}
      <ConfirmDialog
        open={opened === "erase"}
        onOpenChange={(open) => !open && setOpened(null)}
        title={`Erase ${phoneFace(customer.name)}?`}
        description="Their name, numbers, words, files and recordings go for good. What stays: that there were texts and calls and what they cost, and a no to texts, so that nobody writes to them again."
        confirmLabel="Erase for good"
        typed={customer.name}
        onConfirm={erase}
      />
    </>
  );
}
