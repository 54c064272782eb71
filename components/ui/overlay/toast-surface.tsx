"use client";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner } from "sonner";
import { toastsAreReady } from "@/components/ui/overlay/toast-queue";

/** How toasts look and where they stand; loaded by Toaster when the page has settled. */
export function ToastSurface() {
  // A parent's effect comes after its child's, so by now Sonner listens.
  useEffect(() => toastsAreReady(), []);
  return (
    <Sonner
      position="bottom-left"
      offset={{ bottom: 20, left: 92 }}
      mobileOffset={{ bottom: 68 }}
      style={{ fontFamily: "inherit" }}
      gap={8}
      icons={{
        success: <CircleCheck className="size-[18px] text-good" aria-hidden />,
        error: <CircleAlert className="size-[18px] text-bad" aria-hidden />,
        info: <Info className="size-[18px] text-muted" aria-hidden />,
        close: <X className="size-4" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full md:w-[var(--width)] items-start gap-3 rounded-float border border-line bg-panel px-4 py-3 text-base text-text shadow-float",
          title: "font-medium",
          description: "text-small text-muted mt-0.5",
          content: "min-w-0 flex-1",
          icon: "mt-px shrink-0",
          actionButton:
            "shrink-0 -my-1 rounded-control px-2.5 h-7 pointer-coarse:h-11 text-small font-semibold text-accent hover:bg-accent-soft",
          closeButton:
            "order-last shrink-0 -my-1 -mr-1.5 grid size-7 pointer-coarse:size-11 place-items-center rounded-control text-muted hover:bg-hover hover:text-text",
        },
      }}
    />
  );
}
