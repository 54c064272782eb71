import type { ServerResponse } from "node:http";
import type { Id, TenantId } from "@/lib/kernel/ids";

/** Who watches. */
export type Viewer = { tenantId: TenantId; userId: Id; sessionId: Id };

/** One open stream. Kept small: there are ten thousand of them. */
export type Screen = { viewer: Viewer; response: ServerResponse };

/** Bytes that a screen may still have to fetch when the next frame comes. */
const longestBacklog = 1024 * 1024;

/** Sends a frame. A screen that reads too slowly is cut off; it comes back with its position and catches up. */
export function show(screen: Screen, frame: string): void {
  const { response } = screen;
  if (response.destroyed || response.writableEnded) return;
  if (response.writableLength > longestBacklog) response.destroy();
  else response.write(frame);
}

/** Ends a stream in good order. */
export function closeScreen(screen: Screen): void {
  if (!screen.response.writableEnded) screen.response.end();
}
