import { withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { issueTicket } from "./rehearsal-ticket";
import type { Finding } from "./schema";

const patienceMilliseconds = 4_000;
const subject = { key: "live", title: "Live screens" };

/** Opens the live stream through the public address as a browser does, tells some news, and waits for it to arrive. */
export async function examineStream(ctx: Ctx): Promise<Finding> {
  const url = `${env.publicUrl}/api/stream?rehearsal=${encodeURIComponent(issueTicket(ctx.tenantId, ctx.clock))}`;
  const leave = new AbortController();
  const signal = AbortSignal.any([leave.signal, AbortSignal.timeout(patienceMilliseconds)]);
  try {
    const answer = await fetch(url, { headers: { accept: "text/event-stream" }, redirect: "manual", signal });
    if (!answer.ok || !answer.body) return broken(`The stream was answered with ${answer.status}.`);
    const milliseconds = await timeNews(ctx, answer.body);
    if (milliseconds === null) return broken("The stream ended before the news came.");
    return {
      ...subject,
      tone: "good",
      sentence: `News reached an open screen after ${(milliseconds / 1000).toFixed(1)} s.`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    return broken(`News did not reach an open screen (${why}).`);
  } finally {
    leave.abort();
  }
}

function broken(sentence: string): Finding {
  return {
    ...subject,
    tone: "warn",
    sentence,
    cure: "Calls and texts are not touched, but open screens are late. The proxy must not buffer /api/stream and must let it stay open.",
  };
}

/** How long news takes to come back; null when the stream ends first. */
async function timeNews(ctx: Ctx, stream: ReadableStream<Uint8Array>): Promise<number | null> {
  const mark = newId();
  const decoder = new TextDecoder();
  let seen = "";
  let startedAt: number | null = null;
  for await (const chunk of stream) {
    seen += decoder.decode(chunk, { stream: true });
    if (startedAt === null) {
      startedAt = performance.now();
      await withTenantSql(ctx, (sql) =>
        emit(sql, ctx, { kind: "doctor.looked", subject: {}, data: { mark } }),
      );
    }
    if (seen.includes(mark)) return performance.now() - startedAt;
  }
  return null;
}
