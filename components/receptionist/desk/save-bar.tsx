"use client";
import { Button } from "@/components/ui/action/button";
import { useDesk, useDeskState } from "./desk-context";
import { useSaveDesk } from "./use-save-desk";

/** Says that something is not saved yet; stays in sight at the lower edge until it is. */
export function SaveBar() {
  const { store } = useDesk();
  const isDirty = useDeskState((state) => state.dirty.length > 0);
  const isSaving = useDeskState((state) => state.isSaving);
  const saveDesk = useSaveDesk();
  if (!isDirty && !isSaving) return null;
  return (
    <div className="sticky bottom-4 z-10 mt-2 flex animate-fade items-center gap-2 rounded-card border border-line-strong bg-raised py-2 pr-2 pl-4 shadow-float">
      <p role="status" className="min-w-0 flex-1 text-small text-muted">
        Not saved yet<span className="max-sm:hidden">. You can try it already.</span>
      </p>
      <Button variant="ghost" onClick={store.discardAll} disabled={isSaving}>
        Discard
      </Button>
      <Button variant="primary" isLoading={isSaving} onClick={saveDesk}>
        Save
      </Button>
    </div>
  );
}
