"use client";
import { Check, CircleAlert, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";
import { phoneFace } from "@/components/ui/display/phone-face";
import { StateBadge } from "@/components/ui/display/state-badge";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import type { DoctorReport, Examination, Finding } from "@/lib/doctor/schema";

const verdicts = {
  good: {
    title: "Everything works",
    words: "Proven just now, from the carrier's account to this desk and back.",
  },
  warn: {
    title: "It works, with remarks",
    words: "Calls and texts arrive. The amber lines say what could be better.",
  },
  bad: { title: "Something does not work", words: "The red lines say why, and what to do." },
};
const states = { good: "working", warn: "attention", bad: "broken" } as const;
const icons = { good: Check, warn: TriangleAlert, bad: CircleAlert };
const inks = { good: "text-good", warn: "text-warn", bad: "text-bad" };

/** What was examined, line by line, with a button where one helps. */
export function DoctorView({ report }: { report: DoctorReport }) {
  const router = useRouter();
  const [isLooking, startLooking] = useTransition();
  const { title, words } = verdicts[report.verdict];
  return (
    <>
      <Banner
        tone={report.verdict}
        title={title}
        action={
          <Button size="sm" isLoading={isLooking} onClick={() => startLooking(() => router.refresh())}>
            Examine again
          </Button>
        }
      >
        {words}
      </Banner>
      <div className="mt-6">
        {report.examinations.map((examination) => (
          <ExaminationCard key={examination.subject} examination={examination} />
        ))}
      </div>
    </>
  );
}

function ExaminationCard({ examination }: { examination: Examination }) {
  const { title, verdict, findings } = examination;
  const repair = findings.find((finding) => finding.repair)?.repair;
  return (
    <Section
      title={phoneFace(title)}
      actions={
        <span className="flex items-center gap-2">
          {repair && examination.id && <RepairButton examination={examination} id={examination.id} />}
          <StateBadge state={states[verdict]} />
        </span>
      }
    >
      <ul className="rounded-card border border-line">
        {findings.map((finding) => (
          <FindingLine key={finding.key} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

function FindingLine({ finding: { title, tone, sentence, cure, expected, actual } }: { finding: Finding }) {
  const Icon = icons[tone];
  return (
    <li className="flex gap-3 border-t border-line px-4 py-3 first:border-t-0">
      <Icon className={cx("mt-0.5 size-[18px] shrink-0", inks[tone])} aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className={cx("text-small break-words", tone === "good" ? "text-muted" : "text-text")}>
          {sentence}
        </p>
        {actual !== undefined && (
          <p className="mt-1 font-mono text-meta break-all text-muted">
            {`should be ${expected ?? ""}`}
            <br />
            {`is ${actual}`}
          </p>
        )}
        {cure && tone !== "good" && <p className="mt-1 text-small text-muted">{cure}</p>}
      </div>
    </li>
  );
}

function RepairButton({ examination, id }: { examination: Examination; id: string }) {
  const { save, isSaving } = useSave();
  const isNumber = examination.kind === "number";
  const path = isNumber ? `/api/v1/numbers/${id}/routing` : `/api/v1/integrations/${id}/setup`;
  return (
    <Button
      size="sm"
      variant="primary"
      isLoading={isSaving}
      onClick={() => save(() => callApi("POST", path, { body: {} }), "Repaired")}
    >
      Repair
    </Button>
  );
}
