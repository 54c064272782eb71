import { type ConnectionView, listConnections } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { type NewNotification, notify } from "@/lib/notifications";
import { listNumbers, type NumberDrift, verifyNumbers } from "@/lib/numbers";
import type { NumberView } from "@/lib/numbers/schema";
import { examineConnection } from "./examine-connection";
import { examineInstallation } from "./examine-installation";
import { examineRehearsals } from "./examine-rehearsals";
import { examineTraffic } from "./examine-traffic";
import { describeDrift, worst } from "./rules";
import type { DoctorReport, Examination, Finding } from "./schema";

/** Examines everything that calls and texts of the tenant depend on, and keeps what it found. Takes a few seconds. */
export async function examine(ctx: Ctx): Promise<DoctorReport> {
  const numbers = await listNumbers(ctx);
  const used = (await listConnections(ctx)).filter((view) => isUsed(view, numbers));
  const [installation, drifts, more, ...connections] = await Promise.all([
    examineInstallation(ctx),
    verifyNumbers(ctx),
    examineNumbers(ctx, numbers),
    ...used.map(async (view) => toExamination(view, await examineConnection(ctx, view))),
  ]);
  const examinations: Examination[] = [
    ...drifts.map((drift) => ofNumber(drift, more.get(drift.id) ?? [])),
    ...connections,
    {
      subject: "installation",
      title: "This installation",
      id: null,
      kind: "installation",
      verdict: worst(installation),
      findings: installation,
    },
  ];
  const report = {
    checkedAt: ctx.clock.now(),
    verdict: worst(examinations.map(({ verdict }) => ({ tone: verdict }))),
    examinations,
  };
  await keep(ctx, report);
  return report;
}

/** What shows in use: rehearsals through each number, and what its last days tell. */
async function examineNumbers(ctx: Ctx, numbers: readonly NumberView[]): Promise<Map<string, Finding[]>> {
  const found = new Map<string, Finding[]>();
  for (const number of numbers)
    found.set(number.id, [...(await examineRehearsals(ctx, number)), ...(await examineTraffic(ctx, number))]);
  return found;
}

/** The platform's account matters only to those who have a number there, or nothing else. */
function isUsed(
  view: ConnectionView,
  numbers: readonly { carrier: string; connectionId: string | null }[],
): boolean {
  return view.id !== null || numbers.some((one) => one.carrier === view.carrier && one.connectionId === null);
}

function toExamination(view: ConnectionView, findings: Finding[]): Examination {
  const subject = `connection:${view.id ?? `platform-${view.carrier}`}`;
  return { subject, title: view.label, id: view.id, kind: "connection", verdict: worst(findings), findings };
}

function ofNumber({ id, e164, findings, unreachable }: NumberDrift, more: Finding[]): Examination {
  const lines = unreachable
    ? [
        {
          key: "carrier",
          title: "Carrier",
          tone: "warn" as const,
          sentence: `The carrier could not be asked (${unreachable}).`,
          cure: "Look again in a few minutes.",
        },
      ]
    : findings.map(describeDrift);
  const fine: Finding = {
    key: "webhooks",
    title: "Webhooks",
    tone: "good",
    sentence: "Every webhook at the carrier is as it should be.",
  };
  const all = [...(lines.length > 0 ? lines : [fine]), ...more];
  return { subject: `number:${id}`, title: e164, id, kind: "number", verdict: worst(all), findings: all };
}

/** Keeps the last word on each subject; one that turned bad since is news. */
async function keep(ctx: Ctx, { examinations, checkedAt }: DoctorReport): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    for (const { subject, verdict, findings, title } of examinations) {
      const before = await sql.one<{ verdict: string }>(
        "SELECT verdict FROM doctor_reports WHERE tenant_id = $1::uuid AND subject = $2 FOR UPDATE",
        [ctx.tenantId, subject],
      );
      await sql.run(
        `INSERT INTO doctor_reports AS r (tenant_id, id, subject, verdict, findings, checked_at, bad_since)
         VALUES ($1::uuid, $2::uuid, $3, $4, $5::jsonb, $6::timestamptz, CASE WHEN $4 = 'bad' THEN $6::timestamptz END)
         ON CONFLICT (tenant_id, subject) DO UPDATE SET verdict = excluded.verdict, findings = excluded.findings,
           checked_at = excluded.checked_at, bad_since = CASE WHEN excluded.verdict = 'bad' THEN coalesce(r.bad_since, excluded.checked_at) END`,
        [ctx.tenantId, newId(), subject, verdict, JSON.stringify(findings), checkedAt],
      );
      if (verdict === "bad" && before?.verdict !== "bad") {
        await emit(sql, ctx, { kind: "doctor.drift", subject: {}, data: { subject, title } });
        await notify(sql, ctx, drifted(subject, title, findings));
      }
      if (verdict !== "bad" && before?.verdict === "bad") await notify(sql, ctx, recovered(subject, title));
    }
    await sql.run("DELETE FROM doctor_reports WHERE tenant_id = $1::uuid AND checked_at < $2::timestamptz", [
      ctx.tenantId,
      checkedAt,
    ]);
  });
}

function drifted(subject: string, title: string, findings: readonly Finding[]): NewNotification {
  const worst = findings.find(({ tone }) => tone === "bad");
  return {
    ...{ kind: "doctor.drift", subject, audience: "admin", tone: "bad", href: "/settings/doctor" },
    title: `${title} does not work as it should`,
    body: worst?.sentence ?? "",
  };
}

function recovered(subject: string, title: string): NewNotification {
  return {
    ...{ kind: "doctor.well", subject, audience: "admin", tone: "good", href: "/settings/doctor" },
    title: `${title} works again`,
  };
}
