"use client";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { CustomerPane } from "@/components/inbox/customer/customer-pane";

type CustomerDrawerProps = { conversationId: string; onClose: () => void };

/** The customer beside the thread where there is no room for a third pane. */
export function CustomerDrawer({ conversationId, onClose }: CustomerDrawerProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim lg:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="scroll-quiet fixed inset-y-0 right-0 z-50 w-full max-w-90 animate-fade overflow-y-auto bg-panel shadow-dialog focus:outline-none lg:hidden"
        >
          <div className="flex h-head items-center justify-between border-b border-line pr-2 pl-4.5">
            <Dialog.Title className="text-title">Customer</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="grid size-11 place-items-center rounded-control text-muted hover:bg-selection"
            >
              <X className="size-5" aria-hidden />
            </Dialog.Close>
          </div>
          <CustomerPane conversationId={conversationId} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
