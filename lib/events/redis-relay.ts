import { type Announcement, announcementChannel, type Note, processId } from "./announce";

/** Passes announcements between processes through Redis instead of PostgreSQL. */
export type RedisRelay = { publish(note: Note): void; close(): Promise<void> };

type Listeners = {
  onAnnouncement(payload: string): void;
  onConnect(): void;
  report(sentence: string, error: unknown): void;
};

/** Connects to Redis and keeps reconnecting. While Redis is away events still arrive, up to two seconds late; signals do not. */
export async function openRedisRelay(url: string, listeners: Listeners): Promise<RedisRelay> {
  // Six hundred modules, which a process without Redis need not load.
  const { createClient } = await import("redis");
  const sender = createClient({ url, RESP: 2 });
  const receiver = sender.duplicate();
  for (const client of [sender, receiver]) {
    client.on("error", (error: unknown) =>
      listeners.report("The live stream has trouble with Redis.", error),
    );
  }
  receiver.on("ready", () => listeners.onConnect());
  await Promise.all([sender.connect(), receiver.connect()]);
  await receiver.subscribe(announcementChannel, (payload) => listeners.onAnnouncement(payload));
  return {
    publish: (note) => {
      const announcement: Announcement = { from: processId, tenants: [], signals: [], ended: [], ...note };
      sender.publish(announcementChannel, JSON.stringify(announcement)).catch(() => undefined); // reported by its "error"
    },
    close: async () => {
      await Promise.allSettled([sender.close(), receiver.close()]);
    },
  };
}
