import { randomUUID } from "node:crypto";
import { z } from "zod";
import { notifySoon } from "@/lib/db";
import { type Id, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import type { LiveEvent } from "./schema";

/** What processes tell each other. `from` is the sender, who has already told its own screens. */
export type Announcement = {
  from: string;
  /** Tenants that have new event rows. */
  tenants: TenantId[];
  /** Events that are sent and forgotten. */
  signals: { tenantId: TenantId; event: LiveEvent }[];
  /** Whose streams must close now. */
  ended: { sessionId?: Id | undefined; userId?: Id | undefined }[];
};

const Tenant = z.uuid().transform(unsafeTenantId); // only our own processes speak on the channel
const Subject = z.custom<LiveEvent["subject"]>((value) => typeof value === "object");
const Announced = z.object({
  from: z.string(),
  tenants: z.array(Tenant),
  signals: z.array(
    z.object({
      tenantId: Tenant,
      event: z.object({
        seq: z.null(),
        kind: z.string(),
        subject: Subject,
        data: z.record(z.string(), z.unknown()),
        at: z.string(),
      }),
    }),
  ),
  ended: z.array(z.object({ sessionId: z.string().optional(), userId: z.string().optional() })),
});

/** One thing to announce. */
export type Note = Partial<Omit<Announcement, "from">>;

/** The live stream of this process, if it has one. */
export type LocalLive = {
  hear(note: Note): void;
  /** Takes the place of NOTIFY when processes talk through Redis. */
  publish?: ((note: Note) => void) | undefined;
};

const home: typeof globalThis & { trunklineLive?: LocalLive; trunklineProcessId?: string } = globalThis;
home.trunklineProcessId ??= randomUUID();

/** Names this process in announcements. */
export const processId: string = home.trunklineProcessId;

/** The channel on which PostgreSQL passes announcements on. */
export const announcementChannel = "trunkline_events";

const LONGEST_PAYLOAD = 7_900;

/** Says which live stream belongs to this process; undefined when it stops. */
export function setLocalLive(live: LocalLive | undefined): void {
  home.trunklineLive = live;
}

/** Tells the screens of this process and all others that a tenant has new events. Call it after the commit. */
export function announceEvents(tenantId: TenantId): void {
  announce({ tenants: [tenantId] });
}

/** Tells the screens of this process at once, and those of all others in the next batch. */
export function announce(note: Note): void {
  const live = home.trunklineLive;
  live?.hear(note);
  if (live?.publish) live.publish(note);
  else
    notifySoon(announcementChannel, JSON.stringify(note), (notes) =>
      packNotes(notes.map((text) => JSON.parse(text))),
    );
}

/** Reads what another process announced; null for anything else that came over the channel. */
export function readAnnouncement(payload: string): Announcement | null {
  try {
    return Announced.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Joins notes into announcements that fit into a NOTIFY each. A signal too large for one is left out. */
export function packNotes(notes: readonly Note[]): string[] {
  const tenants = [...new Set(notes.flatMap((note) => note.tenants ?? []))];
  const parts: Note[] = [
    ...tenants.map((tenant) => ({ tenants: [tenant] })),
    ...notes.flatMap((note) => (note.signals ?? []).map((signal) => ({ signals: [signal] }))),
    ...notes.flatMap((note) => (note.ended ?? []).map((ended) => ({ ended: [ended] }))),
  ];
  const payloads: string[] = [];
  let current = empty();
  let length = 0;
  for (const part of parts) {
    const size = Buffer.byteLength(JSON.stringify(part));
    if (size > LONGEST_PAYLOAD - 200) continue;
    if (length > 0 && length + size > LONGEST_PAYLOAD - 200) {
      payloads.push(JSON.stringify(current));
      current = empty();
      length = 0;
    }
    current.tenants.push(...(part.tenants ?? []));
    current.signals.push(...(part.signals ?? []));
    current.ended.push(...(part.ended ?? []));
    length += size;
  }
  if (length > 0) payloads.push(JSON.stringify(current));
  return payloads;
}

function empty(): Announcement {
  return { from: processId, tenants: [], signals: [], ended: [] };
}
