import type { Route } from "../http/exchange";
import { describeDesk } from "./describe-desk";
import { listHandsetMessages } from "./list-messages";
import { pageRoutes } from "./page-routes";
import { sendMessageFromHandset } from "./send-message";
import { streamNews } from "./stream-news";

/** The handset's own API; the page at `/` uses it, and so do tests. */
export const handsetRoutes: Route[] = [
  ...pageRoutes,
  { method: "GET", path: "/handset/desk", answer: describeDesk },
  { method: "POST", path: "/handset/messages", answer: sendMessageFromHandset },
  { method: "GET", path: "/handset/messages", answer: listHandsetMessages },
  { method: "GET", path: "/handset/stream", answer: streamNews },
];
