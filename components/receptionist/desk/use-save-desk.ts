"use client";
import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/overlay/toast";
import { useDesk } from "./desk-context";

/** Saves every form with something new in it; leads to the first field that cannot be saved. Returns whether all is saved. */
export function useSaveDesk(): () => Promise<boolean> {
  const { store } = useDesk();
  const router = useRouter();
  return async () => {
    const isSaved = await store.saveAll();
    if (isSaved) toast.success("Saved. The next call is answered this way.");
    else requestAnimationFrame(focusFirstProblem);
    router.refresh();
    return isSaved;
  };
}

// A row that is folded opens by its error, so its field exists one frame later than react-hook-form looks for it.
function focusFirstProblem() {
  const field = document.querySelector<HTMLElement>("form [aria-invalid=true]");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}
