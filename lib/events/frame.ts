/** Frames of a server-sent event stream, as the browser's EventSource reads them. */

/** Opens a stream: the position to come back with, and how long to wait before that. */
export function readyFrame(cursor: string): string {
  return `retry: 2000\nevent: ready\nid: ${cursor}\ndata: {}\n\n`;
}

/** Events in order. Only the last one carries the position, so that a break in between repeats rather than skips. */
export function newsFrame(events: readonly string[], cursor: string): string {
  return events
    .map((event, index) => `${index === events.length - 1 ? `id: ${cursor}\n` : ""}data: ${event}\n\n`)
    .join("");
}

/** Too much was missed: load everything afresh. */
export function resetFrame(cursor: string): string {
  return `event: reset\nid: ${cursor}\ndata: {}\n\n`;
}

/** An event that is stored nowhere. */
export function signalFrame(event: string): string {
  return `event: signal\ndata: ${event}\n\n`;
}

/** Keeps proxies from closing a quiet stream, and lets the browser notice that a stream is dead: a comment would not. */
export const heartbeatFrame = "event: beat\ndata:\n\n";
