"use client";
import { createContext, use } from "react";

/** Something that opens over the inbox, by button or by key. */
export type InboxPart = "new" | "assign" | "snooze" | "snooze-dialog" | "tag" | "customer" | "search";

export type InboxUi = {
  opened: InboxPart | null;
  open: (part: InboxPart) => void;
  /** Closes what is open; with a name only that. */
  close: (part?: InboxPart) => void;
  /** The third pane can be put away on a wide window; remembered. */
  isCustomerHidden: boolean;
  foldCustomer: (hide: boolean) => void;
};

export const InboxUiContext = createContext<InboxUi>({
  opened: null,
  open: () => {},
  close: () => {},
  isCustomerHidden: false,
  foldCustomer: () => {},
});

/** What is open over the inbox, and how to open it. */
export function useInboxUi(): InboxUi {
  return use(InboxUiContext);
}
