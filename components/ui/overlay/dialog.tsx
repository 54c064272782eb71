"use client";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const sizes = { sm: "md:max-w-[420px]", md: "md:max-w-[520px]", lg: "md:max-w-[720px]" };

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof sizes;
  /** Buttons; the primary one last. They share the lower edge. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A question or a short form above the page; a sheet from below on a phone. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = "md",
  footer,
  children,
}: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full animate-dialog flex-col bg-panel shadow-dialog",
            "rounded-t-dialog border border-line focus:outline-none",
            "md:top-[12dvh] md:bottom-auto md:max-h-[76dvh] md:w-[calc(100vw-48px)] md:rounded-dialog",
            sizes[size],
          )}
        >
          <header className="flex items-start gap-3 px-6 pt-5">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-[17px]/6 font-[640] tracking-[-0.012em]">
                {title}
              </Primitive.Title>
              {description && (
                <Primitive.Description className="mt-1 text-muted">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label="Close"
              className="-mt-1 -mr-2.5 grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
            >
              <X className="size-[18px]" aria-hidden />
            </Primitive.Close>
          </header>
          <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-6 pt-4 pb-6">{children}</div>
          {footer && <DialogFooter>{footer}</DialogFooter>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 pt-3.5 pb-[max(14px,env(safe-area-inset-bottom))]">
      {children}
    </footer>
  );
}
