"use client";
import { Check, CircleAlert, CircleDashed, LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { cx } from "@/components/ui/cx";
import { toast } from "@/components/ui/overlay/toast";
import { Section } from "@/components/ui/page/section";
import type { SetupState, SetupStep } from "@/lib/setup/schema";
import type { WizardCarrier } from "./credentials-form";
import { NumberChoice } from "./number-choice";
import { SetupAnswer } from "./wizard-answers";

const faces = {
  done: { icon: Check, ink: "text-good", word: "Done" },
  failed: { icon: CircleAlert, ink: "text-bad", word: "Failed" },
  busy: { icon: LoaderCircle, ink: "text-muted", word: "Under way" },
  todo: { icon: CircleDashed, ink: "text-muted", word: "To do" },
};

const lookEveryMs = 3_000;

type SetupProgressProps = { carrier: WizardCarrier; state: SetupState; onState: (state: SetupState) => void };

/** Every step with how it ended and what cures it; watches for the first webhook. */
export function SetupProgress({ carrier, state, onState }: SetupProgressProps) {
  const [isWorking, setIsWorking] = useState(false);
  const { connectionId, steps } = state;
  const path = `/api/v1/integrations/${connectionId}/setup`;
  const waits = steps.some(({ step, state: how }) => step === "webhook" && how === "todo");
  const needsNumber = steps.some(({ step, state: how }) => step === "number" && how !== "done");
  const hasFailed = steps.some(({ state: how }) => how === "failed");

  useEffect(() => {
    if (!waits || !state.isDone) return;
    const timer = setInterval(async () => {
      const answer = await callApi("GET", path, { answer: SetupAnswer });
      if (answer.ok) onState(answer.data);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [waits, state.isDone, path, onState]);

  async function goOn(e164?: string) {
    setIsWorking(true);
    const answer = await callApi("POST", path, { body: e164 ? { e164 } : {}, answer: SetupAnswer });
    setIsWorking(false);
    if (answer.ok) onState(answer.data);
    else toast.error(sentenceOf(answer.problem));
  }

  return (
    <>
      <Section title={state.isDone ? `${carrier.label} is connected` : "Setting up"}>
        <ol className="flex flex-col">
          {steps.map((step) => (
            <StepLine key={step.step} step={step} />
          ))}
        </ol>
        <div className="mt-4 flex flex-wrap gap-2">
          {hasFailed && (
            <Button variant="primary" onClick={() => goOn()} isLoading={isWorking}>
              Try again
            </Button>
          )}
          {state.isDone && <ButtonLink href="/settings/numbers">See your numbers</ButtonLink>}
          <ButtonLink href="/settings/connections">Connections</ButtonLink>
        </div>
      </Section>
      {needsNumber && (
        <NumberChoice carrier={carrier} connectionId={connectionId} isWorking={isWorking} onChoose={goOn} />
      )}
    </>
  );
}

function StepLine({ step: { title, state, sentence } }: { step: SetupStep }) {
  const { icon: Icon, ink, word } = faces[state];
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-t-0">
      <Icon className={cx("mt-0.5 size-[18px] shrink-0", ink)} aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">
          {title}
          <span className="sr-only">{`: ${word}`}</span>
        </p>
        <p className={cx("text-small", state === "failed" ? "text-bad" : "text-muted")}>{sentence}</p>
      </div>
    </li>
  );
}
