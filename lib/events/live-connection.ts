import pg from "pg";
import { database } from "@/lib/db";
import { announcementChannel } from "./announce";
import type { LiveQuery } from "./read-news";

/** The one connection that listens for announcements and reads events for all screens of this process. */
export type LiveConnection = { query: LiveQuery; close(): Promise<void> };

type Listeners = {
  onAnnouncement(payload: string): void;
  /** After every new connection: announcements may have been missed. */
  onConnect(): void;
  report(sentence: string, error: unknown): void;
};

const longestPauseMs = 5_000;

/** Connects, and again whenever the connection breaks. Returns when the first attempt has ended, well or badly. */
export async function openLiveConnection(listeners: Listeners): Promise<LiveConnection> {
  const { platformUrl } = database();
  let client: pg.Client | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: platformUrl,
      application_name: "trunkline live",
    });
    const retry = once((error: unknown) => {
      if (client === next) client = undefined;
      next.end().catch(() => undefined);
      if (isClosed) return;
      if (failures === 0) listeners.report("The live stream lost its connection to the database.", error);
      failures += 1;
      timer = setTimeout(() => void connect(), Math.min(longestPauseMs, 100 * 2 ** failures));
    });
    next.on("error", retry);
    next.on("end", () => retry(new Error("The connection was closed.")));
    next.on("notification", ({ payload }) => listeners.onAnnouncement(payload ?? ""));
    try {
      await next.connect();
      await next.query(`LISTEN ${announcementChannel}`);
      if (isClosed) return void (await next.end());
      client = next;
      failures = 0;
      listeners.onConnect();
    } catch (error) {
      retry(error);
    }
  };

  await connect();
  return {
    query: async (statement) => {
      if (!client) throw new Error("The live stream has no connection to the database at the moment.");
      return client.query(statement);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function once(work: (error: unknown) => void): (error: unknown) => void {
  let isDone = false;
  return (error) => {
    if (isDone) return;
    isDone = true;
    work(error);
  };
}
