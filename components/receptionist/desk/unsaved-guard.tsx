"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect } from "react";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { useDesk, useDeskState } from "./desk-context";
import { useHeldBack } from "./use-held-back";

/** Where the back button leads, which has no address. */
const goingBack = "back";

/** Asks before unsaved changes are left behind: by a link of this product, going back, closing the tab, loading it again. */
export function UnsavedGuard() {
  const { store } = useDesk();
  const router = useRouter();
  const isDirty = useDeskState((state) => state.dirty.length > 0);
  const leavingTo = useDeskState((state) => state.leavingTo);
  const held = useHeldBack(
    isDirty,
    useCallback(() => store.askToLeave(goingBack), [store]),
  );

  useEffect(() => {
    if (!isDirty) return;
    const holdTab = (event: BeforeUnloadEvent) => event.preventDefault();
    const holdLink = (event: MouseEvent) => {
      const href = hrefThatLeaves(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      store.askToLeave(href);
    };
    window.addEventListener("beforeunload", holdTab);
    document.addEventListener("click", holdLink, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", holdTab);
      document.removeEventListener("click", holdLink, { capture: true });
    };
  }, [isDirty, store]);

  return (
    <ConfirmDialog
      open={leavingTo !== null}
      onOpenChange={(open) => !open && store.askToLeave(null)}
      title="Leave without saving?"
      description="Something on this page is changed and not saved yet. It would be lost."
      confirmLabel="Leave"
      onConfirm={() => {
        store.discardAll();
        if (leavingTo === goingBack) held.leave();
        else if (leavingTo !== null) router.replace(leavingTo); // the entry that only held this page
      }}
    />
  );
}

/** Where a plain click on a link of our own would go; null for everything that keeps this page open. */
function hrefThatLeaves(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const isPlain =
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey &&
    !event.defaultPrevented;
  if (!link || !isPlain || link.target === "_blank" || link.origin !== location.origin) return null;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return isHere ? null : `${link.pathname}${link.search}${link.hash}`;
}
