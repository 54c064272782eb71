import type { IncomingMessage, ServerResponse } from "node:http";
import { processId, readAnnouncement, setLocalLive } from "./announce";
import { heartbeatFrame } from "./frame";
import { Hub } from "./hub";
import { openLiveConnection } from "./live-connection";
import { openRedisRelay } from "./redis-relay";
import { closeScreen, show } from "./screen";
import { openStream, type StreamGate } from "./stream";

export type LiveOptions = {
  gate: StreamGate;
  /** Processes talk through Redis when it is set, else through PostgreSQL. */
  redisUrl?: string | undefined;
  report(sentence: string, error: unknown): void;
};

/** The live stream of a web process. */
export type Live = {
  /** Answers `GET /api/stream`. */
  open(request: IncomingMessage, response: ServerResponse, stopping?: AbortSignal): Promise<void>;
  /** Ends all streams; browsers then connect to another process. */
  stop(): Promise<void>;
};

/** Covers what nobody announced: a process that died between commit and announcement, a connection that was broken. */
const lookAroundEveryMs = 1_500;
const recheckEveryMs = 30_000;
/** Each screen gets one out of so many heartbeats, so that ten thousand are not written at once. */
const heartbeatEveryMs = 1_000;
const heartbeatTurns = 20;

/** Starts the live stream of this process. */
export async function startLive({ gate, redisUrl, report }: LiveOptions): Promise<Live> {
  const hub: Hub = new Hub((statement) => connection.query(statement), report);
  const listeners = {
    onAnnouncement: (payload: string) => hearOthers(hub, payload),
    onConnect: () => hub.startOver(),
    report,
  };
  const connection = await openLiveConnection(listeners);
  const relay = redisUrl ? await openRedisRelay(redisUrl, listeners) : undefined;
  setLocalLive({ hear: (note) => hub.hear(note), publish: relay?.publish });
  const timers = [
    setInterval(() => hub.lookAround(), lookAroundEveryMs),
    setInterval(beatInTurns(hub), heartbeatEveryMs),
    setInterval(() => void recheck(hub, gate, report), recheckEveryMs),
  ];
  const closeAll = () => {
    for (const screen of hub.screens()) closeScreen(screen);
  };
  return {
    open: (request, response, stopping) => {
      stopping?.addEventListener("abort", closeAll, { once: true });
      return openStream(hub, gate, request, response);
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      setLocalLive(undefined);
      closeAll();
      await relay?.close();
      await connection.close();
    },
  };
}

/** Our own announcements come back to us, too; our screens have heard them long since. */
function hearOthers(hub: Hub, payload: string): void {
  const announcement = readAnnouncement(payload);
  if (announcement && announcement.from !== processId) hub.hear(announcement);
}

function beatInTurns(hub: Hub): () => void {
  let turn = 0;
  return () => {
    turn = (turn + 1) % heartbeatTurns;
    let index = 0;
    for (const screen of hub.screens()) {
      if (index % heartbeatTurns === turn) show(screen, heartbeatFrame);
      index += 1;
    }
  };
}

/** A session that ended without a word (an expired one, a disabled member) stops watching within half a minute. */
async function recheck(hub: Hub, gate: StreamGate, report: LiveOptions["report"]): Promise<void> {
  const screens = [...hub.screens()];
  if (screens.length === 0) return;
  try {
    const ended = await gate.findEnded(screens.map(({ viewer }) => viewer));
    for (const screen of screens) if (ended.has(screen.viewer.sessionId)) closeScreen(screen);
  } catch (error) {
    report("The sessions of live streams could not be checked.", error);
  }
}
