"use client";
import type { ReactNode, SyntheticEvent } from "react";
import { Banner } from "@/components/ui/page/banner";
import { useDesk } from "./desk-context";
import { useSaveDesk } from "./use-save-desk";

type DeskFormProps = { label: string; failure: string | null; children: ReactNode };

/** One form of the page; Enter in one of its fields saves the whole page, as the save bar does. */
export function DeskForm({ label, failure, children }: DeskFormProps) {
  const { store } = useDesk();
  const saveDesk = useSaveDesk();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (store.read().dirty.length > 0) void saveDesk();
  }

  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      {failure && (
        <div className="mb-4">
          <Banner tone="bad" title={failure} />
        </div>
      )}
      {children}
    </form>
  );
}
