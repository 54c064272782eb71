import type { IncomingMessage, ServerResponse } from "node:http";
import type { Hub } from "./hub";
import type { Screen, Viewer } from "./screen";
import { type Cursor, parseCursor } from "./snapshot";

/** Who may watch: the way to sessions, which stand above events. */
export type StreamGate = {
  /** Whoever sends this request; null when it is nobody, or somebody without a tenant. */
  recognise(request: IncomingMessage): Promise<Viewer | null>;
  /** The session ids among these that may no longer watch: ended, disabled, or meanwhile in another tenant. */
  findEnded(viewers: readonly Viewer[]): Promise<ReadonlySet<string>>;
};

/** More tabs than anybody has open; keeps one session from filling the process. */
const mostPerSession = 50;

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no", // nginx would hold events back
};

/**
 * Answers `GET /api/stream` with events that never end. A browser that comes back says where it was by `Last-Event-ID`
 * or `?after=`, and first gets what it missed, or `reset`.
 */
export async function openStream(
  hub: Hub,
  gate: StreamGate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = await gate.recognise(request);
  if (!viewer) return refuse(response, 401, "unauthenticated");
  if (hub.countScreens(viewer) >= mostPerSession) return refuse(response, 429, "rate_limited");
  if (response.destroyed) return;
  const screen: Screen = { viewer, response };
  response.writeHead(200, headers);
  response.on("close", () => hub.leave(screen));
  hub.join({ screen, after: readPosition(request) });
}

/** Null for a first visit. */
function readPosition(request: IncomingMessage): Cursor | "unreadable" | null {
  const asked = new URLSearchParams(request.url?.split("?")[1]).get("after");
  const header = request.headers["last-event-id"];
  const text = typeof header === "string" ? header : asked;
  return text ? (parseCursor(text) ?? "unreadable") : null;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(JSON.stringify({ status, code }));
}
