import type { LiveEvent } from "@/lib/events/schema";

/** The stored events of the last moments. A part of the page that is hydrated late would otherwise miss them. */
export class RecentEvents {
  readonly #forMs: number;
  #events: { event: LiveEvent; heardAt: number }[] = [];

  constructor(forMs: number) {
    this.#forMs = forMs;
  }

  add(event: LiveEvent): void {
    if (event.seq === null) return;
    this.#forget();
    this.#events.push({ event, heardAt: Date.now() });
  }

  list(): LiveEvent[] {
    this.#forget();
    return this.#events.map(({ event }) => event);
  }

  #forget(): void {
    const oldest = Date.now() - this.#forMs;
    this.#events = this.#events.filter(({ heardAt }) => heardAt > oldest);
  }
}
