/** A notification as the bell shows it. */
export type NotificationView = {
  id: string;
  kind: string;
  tone: "good" | "warn" | "bad";
  title: string;
  body: string;
  /** Path of the page that helps; "" for none. */
  href: string;
  createdAt: Date;
  isRead: boolean;
};

/** What the bell knows: the newest ones, and how many are not read. */
export type NotificationBoard = { data: NotificationView[]; unread: number };
