import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { CircleAlert, Flag } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { exitsOf, nameOf } from "@/lib/flows/rules";
import type { Step } from "@/lib/flows/schema";
import { gist, StepIcon } from "../draft/step-face";

export type StepNodeType = Node<
  { step: Step; isStart: boolean; isWrong: boolean; isWalked: boolean },
  "step"
>;

const dot = "size-3! rounded-full! border-2! border-panel! bg-accent!";

/** A step in the drawing: what it is, and a dot at each way out from which a line can be drawn. */
export function StepNode({ data: { step, isStart, isWrong, isWalked }, selected }: NodeProps<StepNodeType>) {
  return (
    <div
      className={cx(
        "w-64 rounded-card border bg-panel text-text shadow-raised",
        selected ? "border-accent" : isWrong ? "border-bad" : "border-line-strong",
        isWalked && "outline-2 outline-offset-2 outline-accent",
      )}
    >
      <Handle type="target" position={Position.Left} className={dot} />
      <div className="flex items-center gap-2.5 p-3">
        <StepIcon kind={step.kind} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5 text-small font-semibold">
            <span className="truncate">{nameOf(step)}</span>
            {isStart && <Flag className="size-3.5 shrink-0 text-accent" role="img" aria-label="Start" />}
            {isWrong && (
              <CircleAlert
                className="size-3.5 shrink-0 text-bad"
                role="img"
                aria-label="Something is wrong"
              />
            )}
          </span>
          <span className="block truncate text-meta text-muted">{gist(step)}</span>
        </span>
      </div>
      {exitsOf(step).map(({ field, label }) => (
        <div
          key={field}
          className="relative flex h-7 items-center justify-end border-t border-line px-4 text-meta text-muted"
        >
          <span className="truncate">{label}</span>
          <Handle id={field} type="source" position={Position.Right} className={dot} />
        </div>
      ))}
    </div>
  );
}
