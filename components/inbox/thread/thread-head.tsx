"use client";
import { Check, ChevronLeft, PanelRight, RotateCcw } from "lucide-react";
import { AssignMenu } from "@/components/inbox/actions/assign-menu";
import { SnoozeMenu } from "@/components/inbox/actions/snooze-menu";
import { ThreadMenu } from "@/components/inbox/actions/thread-menu";
import { useCloseAndGoOn } from "@/components/inbox/actions/use-close-and-go-on";
import { useActions } from "@/components/inbox/data/use-actions";
import { InboxLink } from "@/components/inbox/inbox-link";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { personName } from "@/components/inbox/person-name";
import { WhoLine } from "@/components/inbox/thread/who-line";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Avatar } from "@/components/ui/display/avatar";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Skeleton } from "@/components/ui/display/skeleton";
import type { ConversationRow } from "@/lib/inbox/schema";

/** With whom, how to reach them, and what can be done with the conversation. */
export function ThreadHead({ row }: { row: ConversationRow | undefined }) {
  const { hrefOf } = useInboxRoute();
  return (
    <header className="flex h-head shrink-0 items-center gap-1 border-b border-line bg-panel pr-3 pl-0.5 md:gap-3 md:pr-4 md:pl-5">
      <InboxLink
        href={hrefOf({ conversationId: undefined, at: undefined })}
        aria-label="Back to the list"
        className="grid size-11 shrink-0 place-items-center rounded-control text-muted md:hidden"
      >
        <ChevronLeft className="size-6" aria-hidden />
      </InboxLink>
      {row ? <Who row={row} /> : <WhoSkeleton />}
      {row && <Actions row={row} />}
    </header>
  );
}

function Who({ row }: { row: ConversationRow }) {
  const { open } = useInboxUi();
  return (
    <>
      <span className="max-md:hidden">
        <Avatar name={personName(row.customerName)} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="text-title">
          <button
            type="button"
            onClick={() => open("customer")}
            className="relative block max-w-full rounded-[4px] text-left after:absolute after:inset-x-0 after:-top-3 after:-bottom-6 lg:pointer-events-none"
          >
            <span className="block truncate">{phoneFace(row.customerName)}</span>
          </button>
        </h2>
        <WhoLine row={row} />
      </div>
    </>
  );
}

function Actions({ row }: { row: ConversationRow }) {
  const { open, isCustomerHidden, foldCustomer } = useInboxUi();
  return (
    <div className="flex shrink-0 items-center gap-1 md:gap-1.5">
      <AssignMenu row={row} />
      <span className="max-md:hidden">
        <SnoozeMenu row={row} />
      </span>
      <ThreadMenu row={row} />
      <span className="max-lg:hidden">
        <IconButton
          label={isCustomerHidden ? "Show the customer" : "Hide the customer"}
          aria-expanded={!isCustomerHidden}
          icon={<PanelRight aria-hidden />}
          onClick={() => foldCustomer(!isCustomerHidden)}
        />
      </span>
      <span className="max-md:hidden lg:hidden">
        <IconButton
          label="Show the customer"
          icon={<PanelRight aria-hidden />}
          onClick={() => open("customer")}
        />
      </span>
      <CloseOrReopen row={row} />
    </div>
  );
}

function CloseOrReopen({ row }: { row: ConversationRow }) {
  const { reopen } = useActions();
  const closeAndGoOn = useCloseAndGoOn();
  if (row.status === "closed" || row.status === "snoozed") {
    return (
      <Button icon={<RotateCcw aria-hidden />} onClick={() => void reopen(row)}>
        Reopen
      </Button>
    );
  }
  return (
    <>
      <span className="max-sm:hidden">
        <Button variant="primary" icon={<Check aria-hidden />} keys={["e"]} onClick={() => closeAndGoOn(row)}>
          Close
        </Button>
      </span>
      <span className="sm:hidden">
        <IconButton
          variant="primary"
          label="Close conversation"
          icon={<Check aria-hidden />}
          onClick={() => closeAndGoOn(row)}
        />
      </span>
    </>
  );
}

function WhoSkeleton() {
  return (
    <div className="flex flex-1 items-center gap-3">
      <Skeleton isRound className="size-9 max-md:hidden" />
      <div className="space-y-1.5">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="h-3 w-52" />
      </div>
    </div>
  );
}
