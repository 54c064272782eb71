"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo, useState } from "react";
import { CustomerPane } from "@/components/inbox/customer/customer-pane";
import { rememberFold } from "@/components/inbox/customer-fold";
import { ListCommands } from "@/components/inbox/frame/list-commands";
import { InboxContext } from "@/components/inbox/inbox-context";
import { type InboxPart, InboxUiContext, useInboxUi } from "@/components/inbox/inbox-ui";
import { ListPane } from "@/components/inbox/list/list-pane";
import { News } from "@/components/inbox/news/news";
import { ThreadPane } from "@/components/inbox/thread/thread-pane";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { cx } from "@/components/ui/cx";
import type { InboxDesk } from "@/lib/inbox/schema";

const NewConversation = dynamic(() =>
  import("../new/new-conversation").then((module) => module.NewConversation),
);
const CustomerDrawer = dynamic(() =>
  import("../customer/customer-drawer").then((module) => module.CustomerDrawer),
);

/** The inbox: list, thread and customer side by side; on a phone one of them at a time. */
export function Inbox({ desk, isCustomerHidden }: { desk: InboxDesk; isCustomerHidden: boolean }) {
  return (
    <InboxContext value={desk}>
      <UiState isCustomerHidden={isCustomerHidden}>
        <h1 className="sr-only">Inbox</h1>
        <Panes />
        <Overlays />
        <ListCommands />
        <News />
      </UiState>
    </InboxContext>
  );
}

function UiState({ isCustomerHidden, children }: { isCustomerHidden: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState<InboxPart | null>(null);
  const [isHidden, setIsHidden] = useState(isCustomerHidden);
  const ui = useMemo(
    () => ({
      opened,
      isCustomerHidden: isHidden,
      foldCustomer: (hide: boolean) => {
        setIsHidden(hide);
        rememberFold(hide);
      },
      open: setOpened,
      // A menu that closes because its line opened something else must not close that too.
      close: (part?: InboxPart) => setOpened((now) => (part && now !== part ? now : null)),
    }),
    [opened, isHidden],
  );
  return <InboxUiContext value={ui}>{children}</InboxUiContext>;
}

function Panes() {
  const { conversationId } = useInboxRoute().place;
  const { isCustomerHidden } = useInboxUi();
  return (
    <div className="relative flex h-full">
      <section
        aria-label="Conversations"
        className={cx(
          "flex w-full flex-col border-line bg-panel md:w-[300px] md:shrink-0 md:border-r lg:w-list",
          // Out of sight on a phone, yet laid out: a list without a box would lose its place.
          conversationId && "max-md:invisible max-md:absolute max-md:inset-0",
        )}
      >
        <ListPane />
      </section>
      <section
        aria-label="Conversation"
        data-covers-tabs={conversationId ? true : undefined}
        className={cx("flex min-w-0 flex-1 flex-col bg-bg", !conversationId && "max-md:hidden")}
      >
        <ThreadPane />
      </section>
      {conversationId && !isCustomerHidden && (
        <aside
          aria-label="Customer"
          className="scroll-quiet hidden w-customer shrink-0 overflow-y-auto border-l border-line bg-panel lg:block"
        >
          <CustomerPane conversationId={conversationId} />
        </aside>
      )}
    </div>
  );
}

function Overlays() {
  const { opened, close } = useInboxUi();
  const { conversationId } = useInboxRoute().place;
  return (
    <>
      {opened === "new" && <NewConversation onClose={() => close()} />}
      {opened === "customer" && conversationId && (
        <CustomerDrawer conversationId={conversationId} onClose={() => close()} />
      )}
    </>
  );
}
