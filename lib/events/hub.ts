import type { TenantId } from "@/lib/kernel/ids";
import type { Note } from "./announce";
import { newsFrame, readyFrame, resetFrame, signalFrame } from "./frame";
import { type LiveQuery, type News, readGaps, readNews, readPresent } from "./read-news";
import { closeScreen, type Screen, show, type Viewer } from "./screen";
import { type Cursor, formatCursor, isFromElsewhere, type Snapshot } from "./snapshot";

/** A tenant that somebody watches, and up to where it has been read. */
type Watched = { tenantId: TenantId; seen: Snapshot; screens: Set<Screen> };

/** An authenticated stream that waits for its first frame. `after` is where it broke off. */
export type Arrival = { screen: Screen; after: Cursor | "unreadable" | null };

type Missed = { events: string[]; isCut: boolean };
type Report = (sentence: string, error: unknown) => void;

/** Positions older than this are not caught up from; event rows are kept for longer. */
const oldestCursorMs = 24 * 3_600_000;
const arrivalsAtOnce = 200;

/** Brings new events to the screens of this process. */
export class Hub {
  readonly #watched = new Map<TenantId, Watched>();
  readonly #woken = new Set<TenantId>();
  readonly #arrivals: Arrival[] = [];
  readonly #query: LiveQuery;
  readonly #report: Report;
  #isWorking = false;
  #mustCompare = false;

  /** @param query throws while the database is away; what could not be read then is read by a later `lookAround` */
  constructor(query: LiveQuery, report: Report) {
    this.#query = query;
    this.#report = report;
  }

  /** Sends the first frame, and from there everything that follows, without a gap between the two. */
  join(arrival: Arrival): void {
    this.#arrivals.push(arrival);
    void this.#work();
  }

  leave(screen: Screen): void {
    this.#watched.get(screen.viewer.tenantId)?.screens.delete(screen);
  }

  /** Acts on what this or another process announced. */
  hear({ tenants = [], signals = [], ended = [] }: Note): void {
    for (const { tenantId, event } of signals) this.#showAll(tenantId, signalFrame(JSON.stringify(event)));
    for (const { sessionId, userId } of ended) {
      for (const screen of this.screens()) {
        if (screen.viewer.sessionId === sessionId || screen.viewer.userId === userId) closeScreen(screen);
      }
    }
    for (const tenantId of tenants) if (this.#watched.has(tenantId)) this.#woken.add(tenantId);
    void this.#work();
  }

  /** Looks for news of every watched tenant, whether announced or not. */
  lookAround(): void {
    for (const { tenantId, screens } of this.#watched.values()) {
      if (screens.size > 0) this.#woken.add(tenantId);
      else if (!this.#isWorking) this.#watched.delete(tenantId);
    }
    void this.#work();
  }

  /** After a new connection: announcements may have been missed, and the database may have been put back in time. */
  startOver(): void {
    if (this.#watched.size === 0) return;
    this.#mustCompare = true;
    this.lookAround();
  }

  /** How many streams the viewer's session has open. */
  countScreens({ tenantId, sessionId }: Viewer): number {
    let count = 0;
    for (const { viewer } of this.#watched.get(tenantId)?.screens ?? []) {
      if (viewer.sessionId === sessionId) count += 1;
    }
    return count;
  }

  *screens(): Iterable<Screen> {
    for (const { screens } of this.#watched.values()) yield* screens;
  }

  /** One thing at a time: while an arrival is brought up to its tenant's position, that position stands still. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      if (this.#mustCompare) await this.#compare();
      while (this.#arrivals.length > 0 || this.#woken.size > 0) {
        if (this.#woken.size > 0) await this.#deliver();
        if (this.#arrivals.length > 0) await this.#admit(this.#arrivals.splice(0, arrivalsAtOnce));
      }
    } catch (error) {
      this.#report("The live stream could not read events.", error);
    } finally {
      this.#isWorking = false;
    }
  }

  async #compare(): Promise<void> {
    const present = await readPresent(this.#query);
    this.#mustCompare = false;
    for (const tenant of this.#watched.values()) {
      if (!isFromElsewhere(tenant.seen, present)) continue;
      tenant.seen = present;
      this.#showAll(tenant.tenantId, resetFrame(positionOf(tenant)));
    }
  }

  async #deliver(): Promise<void> {
    const tenants = [...this.#woken].flatMap((tenantId) => this.#watched.get(tenantId) ?? []);
    this.#woken.clear();
    if (tenants.length === 0) return;
    for (const news of await readNews(this.#query, tenants)) this.#showNews(news);
  }

  #showNews({ tenantId, events, isCut, seen }: News): void {
    const tenant = this.#watched.get(tenantId);
    if (!tenant) return;
    tenant.seen = seen;
    const position = positionOf(tenant);
    this.#showAll(tenantId, isCut ? resetFrame(position) : newsFrame(events, position));
  }

  #showAll(tenantId: TenantId, frame: string): void {
    for (const screen of this.#watched.get(tenantId)?.screens ?? []) show(screen, frame);
  }

  async #admit(arrivals: Arrival[]): Promise<void> {
    try {
      await this.#watchTenantsOf(arrivals);
      const missed = await this.#readMissed(arrivals);
      for (const { screen, after } of arrivals) {
        const tenant = this.#watched.get(screen.viewer.tenantId);
        if (!tenant) continue;
        show(screen, firstFrames(after, positionOf(tenant), missed.get(screen)));
        if (!screen.response.destroyed) tenant.screens.add(screen);
      }
    } catch (error) {
      for (const { screen } of arrivals) screen.response.destroy(); // they come back by themselves
      throw error;
    }
  }

  async #watchTenantsOf(arrivals: readonly Arrival[]): Promise<void> {
    const tenantIds = new Set(arrivals.map(({ screen }) => screen.viewer.tenantId));
    const fresh = [...tenantIds].filter((tenantId) => !this.#watched.has(tenantId));
    if (fresh.length === 0) return;
    const seen = await readPresent(this.#query);
    for (const tenantId of fresh) this.#watched.set(tenantId, { tenantId, seen, screens: new Set() });
  }

  async #readMissed(arrivals: readonly Arrival[]): Promise<Map<Screen, Missed>> {
    const gaps = arrivals.flatMap(({ screen, after }) => {
      const tenant = this.#watched.get(screen.viewer.tenantId);
      if (!tenant || !canCatchUp(after, tenant.seen)) return [];
      return [{ screen, tenantId: tenant.tenantId, seen: after.snapshot, until: tenant.seen }];
    });
    if (gaps.length === 0) return new Map();
    const missed = await readGaps(this.#query, gaps);
    return new Map(gaps.map(({ screen }, index) => [screen, missed[index] ?? { events: [], isCut: true }]));
  }
}

function canCatchUp(after: Arrival["after"], present: Snapshot): after is Cursor {
  if (after === null || after === "unreadable") return false;
  return after.takenAt > Date.now() - oldestCursorMs && !isFromElsewhere(after.snapshot, present);
}

/** Whoever comes back gets what it missed, or is told to load everything; whoever comes new is just greeted. */
function firstFrames(after: Arrival["after"], position: string, missed: Missed | undefined): string {
  if (after === null) return readyFrame(position);
  if (!missed || missed.isCut) return readyFrame(position) + resetFrame(position);
  return newsFrame(missed.events, position) + readyFrame(position);
}

function positionOf({ seen }: Watched): string {
  return formatCursor({ snapshot: seen, takenAt: Date.now() });
}
