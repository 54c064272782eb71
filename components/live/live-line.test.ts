import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type LineNews, LiveLine } from "./live-line";

/** A stream that the test plays. */
class Played {
  static opened: Played[] = [];
  readonly listeners = new Map<string, (message: MessageEvent) => void>();
  isClosed = false;
  constructor(readonly url: string) {
    Played.opened.push(this);
  }
  addEventListener(type: string, listener: unknown): void {
    if (typeof listener === "function") this.listeners.set(type, (message) => listener(message));
  }
  close(): void {
    this.isClosed = true;
  }
  send(type: string, lastEventId = "", data = "{}"): void {
    this.listeners.get(type)?.(new MessageEvent(type, { data, lastEventId }));
  }
}

const news: LineNews[] = [];
let line: LiveLine;
const latest = () => Played.opened.at(-1);

beforeEach(() => {
  vi.useFakeTimers();
  Played.opened = [];
  news.length = 0;
});

afterEach(() => {
  line.stop();
  vi.useRealTimers();
});

function start(position: string | null, mayRetry?: () => Promise<boolean>): void {
  line = new LiveLine({
    ...{ url: "/stream", position, tell: (item: LineNews) => void news.push(item) },
    openSource: (url) => new Played(url),
    ...(mayRetry ? { mayRetry } : {}),
  });
  line.start();
}

test("a page that knows its position misses nothing and loads nothing twice", () => {
  start("5.1:1:");
  expect(latest()?.url).toBe("/stream?after=5.1%3A1%3A");
  latest()?.send("ready", "6");
  latest()?.send("message", "7", '{"kind":"a"}');
  expect(news).toEqual([
    { kind: "state", state: "live" },
    { kind: "event", event: { kind: "a" }, position: "7" },
  ]);
});

test("a page that does not know its position loads afresh once", () => {
  start(null);
  latest()?.send("ready", "6");
  expect(news).toEqual([
    { kind: "state", state: "live" },
    { kind: "reset", position: "6" },
  ]);
});

test("a broken stream is opened again at the last position, and says so only when it takes long", async () => {
  start("1");
  latest()?.send("ready", "2");
  latest()?.send("message", "3");
  latest()?.send("message", "", "{}");
  latest()?.send("error");
  expect(latest()?.isClosed).toBe(true);
  await vi.advanceTimersByTimeAsync(800);
  expect(Played.opened.map(({ url }) => url)).toEqual(["/stream?after=1", "/stream?after=3"]);
  latest()?.send("error");
  await vi.advanceTimersByTimeAsync(2_500);
  expect(news.at(-1)).toEqual({ kind: "state", state: "reconnecting" });
  latest()?.send("ready", "4");
  expect(news.at(-1)).toEqual({ kind: "state", state: "live" });
});

test("silence counts as broken, a heartbeat does not", async () => {
  start("1");
  latest()?.send("ready", "1");
  await vi.advanceTimersByTimeAsync(50_000);
  latest()?.send("beat");
  await vi.advanceTimersByTimeAsync(50_000);
  expect(Played.opened).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(Played.opened).toHaveLength(2);
});

test("going offline is said at once; coming back connects at once", () => {
  start("1");
  latest()?.send("ready", "1");
  line.sleep();
  expect(news.at(-1)).toEqual({ kind: "state", state: "offline" });
  line.wake();
  expect(Played.opened).toHaveLength(2);
});

test("whoever is signed out does not come back", async () => {
  start("1", async () => false);
  latest()?.send("error");
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Played.opened).toHaveLength(1);
});
