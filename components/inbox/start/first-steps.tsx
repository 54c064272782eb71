import { ArrowRight, Check } from "lucide-react";
import Link from "next/link";
import { steps as allSteps, type Step } from "@/components/inbox/start/steps";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";
import { ProgressBar } from "@/components/ui/display/progress-bar";
import type { FirstSteps as Done } from "@/lib/inbox/schema";

/** A friendly list of what to do first; each line ticks itself when it has really happened. */
export function FirstSteps({ steps, onHide }: { steps: Done; onHide: () => void }) {
  const done = allSteps.filter(({ id }) => steps[id]).length;
  const isFinished = done === allSteps.length;
  return (
    <div className="scroll-quiet flex flex-1 overflow-y-auto px-4 py-8">
      <section aria-labelledby="first-steps" className="m-auto w-full max-w-[560px]">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h2 id="first-steps" className="text-page">
              {isFinished ? "You are all set" : "Welcome to your desk"}
            </h2>
            <p className="mt-0.5 text-muted">
              {isFinished
                ? "Everything is connected. Conversations open on the left."
                : "A few steps, and calls and texts arrive here. They tick themselves."}
            </p>
          </div>
          <Button size="sm" variant="ghost" onClick={onHide}>
            {isFinished ? "Done" : "Hide"}
          </Button>
        </div>
        <div className="mt-5 mb-4">
          <ProgressBar label="First steps" value={done} max={allSteps.length} />
        </div>
        <ol className="overflow-hidden rounded-card border border-line bg-panel">
          {allSteps.map((step) => (
            <StepLine key={step.id} step={step} isDone={steps[step.id]} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function StepLine({ step, isDone }: { step: Step; isDone: boolean }) {
  const face = (
    <>
      <span
        className={cx(
          "grid size-6 shrink-0 place-items-center rounded-full transition-colors duration-200",
          isDone ? "bg-accent text-on-accent" : "border-2 border-line-strong",
        )}
      >
        {isDone && <Check className="size-4 stroke-[2.6]" aria-hidden />}
      </span>
      <span className="min-w-0 flex-1">
        <span className={cx("block font-medium", isDone && "text-muted")}>
          {step.title}
          <span className="sr-only">{isDone ? ", done" : ", to do"}</span>
        </span>
        {!isDone && <span className="block text-small text-muted">{step.words}</span>}
      </span>
    </>
  );
  const lineClass = "flex min-h-13 items-center gap-3.5 px-4 py-2.5";
  return (
    <li className="border-t border-line first:border-t-0">
      {step.href && !isDone ? (
        <Link href={step.href} className={cx(lineClass, "hover:bg-hover focus-visible:-outline-offset-2")}>
          {face}
          <ArrowRight className="size-4 shrink-0 text-muted" aria-hidden />
        </Link>
      ) : (
        <div className={lineClass}>{face}</div>
      )}
    </li>
  );
}
