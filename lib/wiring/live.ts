import { readSession } from "@/lib/auth";
import { unsafeFindEnded } from "@/lib/auth/unsafe-find-ended";
import { env } from "@/lib/env";
import { type Live, type StreamGate, startLive } from "@/lib/events";
import { log } from "@/lib/http";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";

/** Streams are watched by signed-in members, in the tenant that their session works in. */
const gate: StreamGate = {
  recognise: async ({ headers, socket }) => {
    const address = socket.remoteAddress ?? "unknown";
    const visitor = {
      clock: systemClock,
      requestId: newId(),
      address,
      userAgent: headers["user-agent"] ?? null,
    };
    const session = await readSession(visitor, headers.cookie ?? null);
    if (!session?.ctx) return null;
    const { userId, sessionId } = session.person;
    return { tenantId: session.ctx.tenantId, userId, sessionId };
  },
  findEnded: (viewers) => unsafeFindEnded(viewers, systemClock.now()),
};

/** Starts this web process's live stream; `open` answers `GET /api/stream`. */
export function openLive(): Promise<Live> {
  return startLive({
    gate,
    redisUrl: env.redisUrl,
    report: (sentence, error) => log.error({ err: error }, sentence),
  });
}
