import type { LiveEvent } from "@/lib/events/schema";

/** Whether what the screen shows is up to date: `reconnecting` only after it has not been for a moment. */
export type LineState = "live" | "reconnecting" | "offline";

/** What comes out of a line. `reset`: something may have been missed, load everything afresh. */
export type LineNews =
  | { kind: "event"; event: LiveEvent; position: string | null }
  | { kind: "reset"; position: string | null }
  | { kind: "state"; state: LineState };

/** The part of EventSource that a line uses, so that a test can play the server. */
export type Source = Pick<EventSource, "addEventListener" | "close">;

export type LineOptions = {
  url: string;
  /** Where to go on; null begins now, with a reset, since what happened before is unknown. */
  position: string | null;
  tell(news: LineNews): void;
  openSource?: (url: string) => Source;
  /** Called when the stream was refused or broke off, before the next attempt; false gives up (nobody is signed in any more). */
  mayRetry?: () => Promise<boolean>;
};

/** A stream without any sign of life for this long is dead; the server gives one at least every 40 s. */
const silenceMs = 60_000;
/** A break shorter than this is not worth a banner. */
const patienceMs = 2_500;
const longestPauseMs = 15_000;

/**
 * Keeps one EventSource to the server open, whatever happens to the network: reconnects at the position reached, with
 * growing pauses, at once when the network or the tab comes back, and when the stream has gone silent. (EventSource's own
 * retry gives up after a refusal and does not notice a dead connection.)
 */
export class LiveLine {
  readonly #options: LineOptions;
  #position: string | null;
  #source: Source | null = null;
  #failures = 0;
  #heardAt = 0;
  #isStopped = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #patienceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  start(): void {
    this.#beImpatient();
    this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    this.#disconnect();
    clearTimeout(this.#patienceTimer);
  }

  /** The network or the tab came back: a stream that has not been heard of lately is opened anew. */
  wake(): void {
    if (this.#isStopped || (this.#source && Date.now() - this.#heardAt < silenceMs / 2)) return;
    this.#failures = 0;
    this.#connect();
  }

  /** The network went away. */
  sleep(): void {
    if (this.#isStopped) return;
    this.#disconnect();
    clearTimeout(this.#patienceTimer);
    this.#options.tell({ kind: "state", state: "offline" });
  }

  #connect(): void {
    this.#disconnect();
    const { url, openSource = (address) => new EventSource(address) } = this.#options;
    const source = openSource(this.#position ? `${url}?after=${encodeURIComponent(this.#position)}` : url);
    this.#source = source;
    this.#listen();
    source.addEventListener("ready", (message) => this.#onReady(message));
    source.addEventListener("message", (message) => this.#onEvent(message));
    source.addEventListener("signal", (message) => this.#onEvent(message));
    source.addEventListener("reset", (message) => this.#onReset(message));
    source.addEventListener("beat", () => this.#listen());
    source.addEventListener("error", () => {
      if (this.#source === source) this.#retry();
    });
  }

  #onReady(message: MessageEvent): void {
    this.#listen();
    const isFirst = this.#position === null;
    this.#failures = 0;
    clearTimeout(this.#patienceTimer);
    this.#patienceTimer = undefined;
    this.#options.tell({ kind: "state", state: "live" });
    if (isFirst) this.#onReset(message);
    else this.#position = message.lastEventId || this.#position;
  }

  #onEvent(message: MessageEvent): void {
    this.#listen();
    this.#position = message.lastEventId || this.#position;
    this.#options.tell({ kind: "event", event: JSON.parse(String(message.data)), position: this.#position });
  }

  #onReset(message: MessageEvent): void {
    this.#listen();
    this.#position = message.lastEventId || this.#position;
    this.#options.tell({ kind: "reset", position: this.#position });
  }

  #retry(): void {
    this.#disconnect();
    this.#beImpatient();
    const pause = Math.min(longestPauseMs, 500 * 2 ** this.#failures) * (0.5 + Math.random());
    this.#failures += 1;
    this.#retryTimer = setTimeout(async () => {
      const mayRetry = (await this.#options.mayRetry?.()) ?? true;
      if (mayRetry && !this.#isStopped && !this.#source) this.#connect();
    }, pause);
  }

  #disconnect(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    this.#source?.close();
    this.#source = null;
  }

  #listen(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#retry(), silenceMs);
  }

  #beImpatient(): void {
    this.#patienceTimer ??= setTimeout(
      () => this.#options.tell({ kind: "state", state: "reconnecting" }),
      patienceMs,
    );
  }
}
