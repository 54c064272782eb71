import { readSession } from "@/lib/auth";
import { unsafeFindEnded } from "@/lib/auth/unsafe-find-ended";
import { readTicket } from "@/lib/doctor";
import { env } from "@/lib/env";
import { type Live, type StreamGate, startLive, type Viewer } from "@/lib/events";
import { log } from "@/lib/http";
import { systemClock } from "@/lib/kernel/clock";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";

/** Streams are watched by signed-in members, in the tenant that their session works in. */
const gate: StreamGate = {
  recognise: async ({ headers, socket, url }) => {
    const rehearsing = rehearsalViewer(url ?? "");
    if (rehearsing) return rehearsing;
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

/** The doctor, which proves that news arrives; its ticket names the tenant and dies within a minute. */
function rehearsalViewer(url: string): Viewer | null {
  const ticket = new URLSearchParams(url.split("?")[1]).get("rehearsal");
  const tenantId = ticket ? readTicket(ticket, systemClock) : null;
  return tenantId === null
    ? null
    : { tenantId: unsafeTenantId(tenantId), userId: newId(), sessionId: newId() };
}

/** Starts this web process's live stream; `open` answers `GET /api/stream`. */
export function openLive(): Promise<Live> {
  return startLive({
    gate,
    redisUrl: env.redisUrl,
    report: (sentence, error) => log.error({ err: error }, sentence),
  });
}
