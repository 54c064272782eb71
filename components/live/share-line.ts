import { type LineNews, type LineOptions, LiveLine } from "./live-line";

/** Stops taking part; another tab takes over when this one held the line. */
export type StopSharing = () => void;

type Question = { kind: "hello" };

/**
 * One line for all tabs of a browser: HTTP/1.1 allows six connections to a host, so a seventh tab with a stream of its own
 * would wait forever. The tab that holds the lock keeps the line and passes everything on; when it closes, the next one
 * goes on at the same position. Where locks are missing (plain http on another host) every tab has its own line.
 */
export function shareLine(name: string, options: LineOptions): StopSharing {
  if (!("locks" in navigator) || !("BroadcastChannel" in globalThis)) return keepLine(options);
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let position = options.position;
  let stopLine: StopSharing | undefined;

  channel.onmessage = ({ data }: MessageEvent<LineNews>) => {
    if (stopLine) return;
    if (data.kind !== "state") position = data.position ?? position;
    options.tell(data);
  };
  channel.postMessage({ kind: "hello" } satisfies Question);
  // Whoever holds the line already may have passed something on before we listened.
  const isFollower = setTimeout(() => !stopLine && options.tell({ kind: "reset", position }), 250);

  navigator.locks
    .request(name, { signal: leaving.signal }, async () => {
      if (leaving.signal.aborted) return; // granted just as we left
      clearTimeout(isFollower);
      stopLine = leadLine(channel, { ...options, position });
      await new Promise((resolve) => leaving.signal.addEventListener("abort", resolve));
    })
    .catch(() => {}); // left before the lock was ours

  return () => {
    clearTimeout(isFollower);
    stopLine?.();
    leaving.abort();
    channel.close();
  };
}

/** Keeps the line and tells the other tabs what comes out of it; a tab that says hello learns the state. */
function leadLine(channel: BroadcastChannel, options: LineOptions): StopSharing {
  let state: LineNews = { kind: "state", state: "live" };
  const tell = (news: LineNews) => {
    if (news.kind === "state") state = news;
    channel.postMessage(news);
    options.tell(news);
  };
  channel.onmessage = ({ data }: MessageEvent<Question | LineNews>) => {
    if (data.kind === "hello") channel.postMessage(state);
  };
  return keepLine({ ...options, tell });
}

function keepLine(options: LineOptions): StopSharing {
  const line = new LiveLine(options);
  const wake = () => document.visibilityState === "visible" && line.wake();
  const online = () => line.wake();
  const offline = () => line.sleep();
  addEventListener("online", online);
  addEventListener("offline", offline);
  document.addEventListener("visibilitychange", wake);
  line.start();
  return () => {
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    document.removeEventListener("visibilitychange", wake);
    line.stop();
  };
}
