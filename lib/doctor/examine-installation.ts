import { unsafePlatformSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { examineModel } from "./examine-model";
import { examineStream } from "./examine-stream";
import { judgeClock } from "./rules";
import type { Finding } from "./schema";

/** What every number depends on: public address, clock, worker, live stream, model. */
export async function examineInstallation(ctx: Ctx): Promise<Finding[]> {
  return Promise.all([
    examinePublicUrl(),
    examineClock(ctx),
    examineWorker(),
    examineStream(ctx),
    examineModel(),
  ]);
}

const reachSeconds = 5;

/** Asks ourselves through the public address, as a carrier would have to. */
async function examinePublicUrl(): Promise<Finding> {
  const subject = { key: "public_url", title: "Public address" };
  const url = `${env.publicUrl}/api/health`;
  try {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(reachSeconds * 1000) });
    if (answer.status >= 300 && answer.status < 400)
      return bad(
        subject,
        `${env.publicUrl} sends visitors on to ${answer.headers.get("location") ?? "elsewhere"}.`,
        "Set PUBLIC_URL to the final address: carriers sign the address that they were given.",
      );
    const body: unknown = await answer.json().catch(() => null);
    const isOurs = typeof body === "object" && body !== null && "checks" in body;
    if (!isOurs)
      return bad(
        subject,
        `At ${env.publicUrl} something else answers.`,
        "Check PUBLIC_URL, the DNS record and the proxy in front of this desk.",
      );
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    return bad(
      subject,
      `${env.publicUrl} cannot be reached (${why}).`,
      "Check PUBLIC_URL, DNS, the certificate and the firewall.",
    );
  }
  const { hostname } = new URL(env.publicUrl);
  if (["localhost", "127.0.0.1"].includes(hostname) && !env.simulatorMode)
    return bad(
      subject,
      `${env.publicUrl} means this machine only.`,
      "Set PUBLIC_URL to the https address under which the internet reaches this desk.",
    );
  return { ...subject, tone: "good", sentence: `${env.publicUrl} answers.` };
}

function bad(subject: { key: string; title: string }, sentence: string, cure: string): Finding {
  return { ...subject, tone: "bad", sentence, cure };
}

async function examineClock({ clock }: Ctx): Promise<Finding> {
  const before = clock.now().getTime();
  const row = await unsafePlatformSql("the clock belongs to no tenant", (sql) =>
    sql.one<{ now: Date }>("SELECT clock_timestamp() AS now"),
  );
  const middle = (before + clock.now().getTime()) / 2;
  return judgeClock(row ? new Date(row.now).getTime() - middle : 0);
}

async function examineWorker(): Promise<Finding> {
  const subject = { key: "worker", title: "Worker" };
  const row = await unsafePlatformSql("workers belong to no tenant", (sql) =>
    sql.one<{ alive: number }>(
      "SELECT count(*)::int AS alive FROM worker_heartbeats WHERE seen_at > now() - interval '30 seconds'",
    ),
  );
  if ((row?.alive ?? 0) > 0)
    return { ...subject, tone: "good", sentence: "Texts are sent and reminders kept." };
  return bad(subject, "No worker is running: texts stay queued.", "Start one: npm run worker, or WORKER=on.");
}
