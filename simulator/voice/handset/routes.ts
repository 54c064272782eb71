import type { Route } from "../../http/exchange";
import {
  fetchHandsetCall,
  inputToHandsetCall,
  listHandsetCalls,
  setParties,
  streamHandsetCall,
} from "./follow-call";
import { placeCallFromHandset } from "./place-call";
import { countHandsetSound, openHandsetSound } from "./sound";

/** Calls from the handset page and from tests. */
export const handsetCallRoutes: Route[] = [
  { method: "POST", path: "/handset/calls", answer: placeCallFromHandset },
  { method: "GET", path: "/handset/calls", answer: listHandsetCalls },
  { method: "GET", path: "/handset/calls/{callId}", answer: fetchHandsetCall },
  { method: "GET", path: "/handset/calls/{callId}/stream", answer: streamHandsetCall },
  { method: "POST", path: "/handset/calls/{callId}/input", answer: inputToHandsetCall },
  { method: "POST", path: "/handset/calls/{callId}/sound", answer: openHandsetSound },
  { method: "GET", path: "/handset/calls/{callId}/sound", answer: countHandsetSound },
  { method: "POST", path: "/handset/parties", answer: setParties },
];
