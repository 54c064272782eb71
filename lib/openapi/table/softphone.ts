import { IdParams } from "@/lib/http";
import { PresenceNews } from "@/lib/presence/schema";
import { CarrierCallParams, Destination } from "@/lib/softphone/schema";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

/** The browser softphone: its answers are those of Trunkline's own pages. */
export const softphone: readonly Operation[] = [
  {
    method: "POST",
    path: "/softphone/device",
    tag: "Screens",
    summary: "Get a softphone token and the numbers to call from",
    can: "softphone.use",
    isLimited: true,
    example: {},
  },
  {
    method: "PUT",
    path: "/softphone/presence",
    tag: "Screens",
    summary: "Say that a browser tab takes calls",
    can: "softphone.use",
    body: PresenceNews,
    fields: { tabId: "The tab's own id.", state: "`gone` when it is closed." },
    example: { body: { tabId: "tab-4f1d9a20", state: "online" } },
  },
  {
    method: "PUT",
    path: "/softphone/rings/{id}",
    tag: "Screens",
    summary: "Say that a browser shows a ringing call",
    can: "softphone.use",
    params: IdParams,
    example: { params: { id: exampleIds.call } },
  },
  {
    method: "POST",
    path: "/softphone/destinations",
    tag: "Screens",
    summary: "Ask whether a number may be called",
    can: "softphone.use",
    body: Destination,
    fields: { to: "In any spelling.", callerId: "One of your numbers; the first one unless given." },
    example: { body: { to: "(415) 555-0100" } },
  },
  {
    method: "GET",
    path: "/softphone/calls/{id}",
    tag: "Screens",
    summary: "Read a call that one's own browser placed",
    can: "softphone.use",
    params: CarrierCallParams,
    example: { params: { id: "CA00000000000000000000000000000001" } },
  },
];
