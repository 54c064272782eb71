"use client";
import { GitBranch, List, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/action/button";
import { Tag } from "@/components/ui/display/tag";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import { PageHead } from "@/components/ui/page/page-head";
import { Tabs } from "@/components/ui/page/tabs";
import { canServe, kindName, type Problem } from "@/lib/flows/rules";
import type { FlowView } from "@/lib/flows/schema";
import { addStep, stepKinds } from "./draft/graph-edits";
import { type FlowDraft, useFlowDraft } from "./draft/use-flow-draft";
import { FlowMenu } from "./flow-menu";
import { StepInspector } from "./inspector/step-inspector";
import { PublishButton } from "./publish-button";
import { StepList } from "./step-list";
import { WalkPanel } from "./walk/walk-panel";

const FlowCanvas = dynamic(() => import("./canvas/flow-canvas"), { ssr: false });

const views = [
  { value: "list", label: "List", icon: <List aria-hidden /> },
  { value: "drawing", label: "Drawing", icon: <GitBranch aria-hidden /> },
] as const;

/** One flow: its steps as a list or a drawing, the chosen step beside them, and the walk through all of it. */
export function FlowBuilder({ flow }: { flow: FlowView }) {
  const draft = useFlowDraft(flow);
  const [chosen, setChosen] = useState<string | null>(flow.graph.start);
  const [view, setView] = useState<"list" | "drawing">("list");
  const [tab, setTab] = useState("step");
  const [walkedTo, setWalkedTo] = useState<string | null>(null);
  const choose = (id: string | null) => {
    setChosen(id);
    if (id) setTab("step");
  };
  const step = chosen === null ? undefined : draft.graph.steps[chosen];
  const shared = { graph: draft.graph, problems: draft.problems, chosen, walkedTo };
  const inspector =
    step && chosen ? (
      <StepInspector
        key={chosen}
        {...{ graph: draft.graph, stepId: chosen, step, problems: draft.problems, choices: flow.choices }}
        onChange={draft.change}
        onChoose={choose}
      />
    ) : (
      <p className="text-small text-muted">Choose a step to see what it does.</p>
    );
  return (
    <>
      <PageHead
        title={flow.name}
        back={{ href: "/flows", label: "All flows" }}
        aside={<Standing flow={flow} draft={draft} />}
        actions={
          <>
            <FlowMenu flow={flow} draft={draft} />
            <PublishButton flow={flow} draft={draft} canServe={canServe(draft.problems)} />
          </>
        }
      />
      <div className="mx-auto flex w-full max-w-[1480px] flex-col gap-5 px-4 py-5 md:px-6 lg:flex-row lg:items-start">
        <section aria-label="Steps of the flow" className="min-w-0 flex-1">
          <div className="mb-3 flex flex-wrap items-center gap-2">
            <SegmentedControl label="View" options={views} value={view} onValueChange={setView} />
            <span className="flex-1" />
            <AddStep
              onAdd={(kind) => {
                const added = addStep(draft.graph, kind);
                draft.change(added.graph);
                choose(added.id);
              }}
            />
          </div>
          <Wrong problems={draft.problems} />
          {view === "list" ? (
            <StepList {...shared} onChoose={choose} />
          ) : (
            <div className="h-[min(720px,70dvh)]">
              <FlowCanvas {...shared} onChoose={choose} onChange={draft.change} />
            </div>
          )}
        </section>
        <aside
          aria-label="Step and walk-through"
          className="w-full rounded-card border border-line bg-panel p-4 lg:sticky lg:top-[calc(64px+20px)] lg:max-h-[calc(100dvh-64px-40px)] lg:w-[380px] lg:shrink-0 lg:overflow-y-auto"
        >
          <Tabs
            label="Beside the steps"
            value={tab}
            onValueChange={setTab}
            tabs={[
              { value: "step", label: "Step", content: inspector },
              {
                value: "walk",
                label: "Walk through it",
                content: <WalkPanel graph={draft.graph} onStep={setWalkedTo} />,
              },
            ]}
          />
        </aside>
      </div>
    </>
  );
}

function AddStep({ onAdd }: { onAdd: (kind: (typeof stepKinds)[number]) => void }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" icon={<Plus aria-hidden />}>
          Add a step
        </Button>
      }
    >
      {stepKinds.map((kind) => (
        <MenuItem key={kind} onSelect={() => onAdd(kind)}>
          {kindName(kind)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Standing({ flow, draft }: { flow: FlowView; draft: FlowDraft }) {
  const words = { saved: "Saved", saving: "Saving…", failed: "Not saved" }[draft.state];
  return (
    <span className="flex items-center gap-2 max-sm:hidden">
      {flow.publishedVersion === null ? (
        <Tag tone="warn">Not published</Tag>
      ) : (
        <Tag tone="good">{`Version ${flow.publishedVersion} serves`}</Tag>
      )}
      <span role="status" className="text-meta text-muted">
        {words}
      </span>
    </span>
  );
}

/** What belongs to no step in particular. */
function Wrong({ problems }: { problems: readonly Problem[] }) {
  const general = problems.filter(({ stepId }) => stepId === null);
  if (general.length === 0) return null;
  return (
    <div role="status" className="mb-3 rounded-control bg-warn-soft px-3 py-2 text-small text-warn">
      <ul>
        {general.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
