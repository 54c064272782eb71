"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import { type Problem, validateFlow } from "@/lib/flows/rules";
import type { DraftSaved, FlowGraph, FlowView } from "@/lib/flows/schema";

// Long enough that typing a sentence is one save, short enough that nobody closes the page before it.
const savesAfterMilliseconds = 700;

/** A flow being drawn: kept on the server shortly after each change, checked at each change. */
export type FlowDraft = {
  graph: FlowGraph;
  problems: Problem[];
  state: "saved" | "saving" | "failed";
  /** Whether something was changed here that is not published. */
  isDirty: boolean;
  change: (graph: FlowGraph) => void;
  /** Saves at once; the revision that stands then, or null when it could not be saved. */
  flush: () => Promise<number | null>;
  /** Takes over what the server has, after publishing. */
  settle: (revision: number) => void;
};

/** Holds the drawing of one flow. */
export function useFlowDraft(flow: FlowView): FlowDraft {
  const [graph, setGraph] = useState(flow.graph);
  const [state, setState] = useState<FlowDraft["state"]>("saved");
  const [isDirty, setIsDirty] = useState(false);
  const kept = useRef({ revision: flow.revision, graph: flow.graph, drawn: flow.graph });
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async (): Promise<number | null> => {
    const { drawn, revision } = kept.current;
    if (drawn === kept.current.graph) return revision;
    try {
      const saved = await request<DraftSaved>("PUT", `/api/v1/flows/${flow.id}/draft`, {
        body: { graph: drawn, revision },
      });
      kept.current = { ...kept.current, revision: saved.revision, graph: drawn };
      if (kept.current.drawn === drawn) setState("saved");
      return saved.revision;
    } catch (error) {
      setState("failed");
      toast.error(error instanceof Refused ? error.message : "The drawing could not be saved.");
      return null;
    }
  }, [flow.id]);

  const flush = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    const saving = line.current.then(save);
    line.current = saving;
    return saving;
  }, [save]);

  const change = useCallback(
    (next: FlowGraph) => {
      kept.current.drawn = next;
      setGraph(next);
      setState("saving");
      setIsDirty(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), savesAfterMilliseconds);
    },
    [flush],
  );

  useEffect(() => {
    const keep = () => void flush();
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [flush]);

  const problems = useMemo(() => validateFlow(graph, surroundings(flow)), [graph, flow]);
  const settle = useCallback((revision: number) => {
    kept.current.revision = revision;
    setIsDirty(false);
  }, []);
  return { graph, problems, state, isDirty, change, flush, settle };
}

function surroundings({ id, choices }: FlowView) {
  const published = choices.flows.filter((other) => other.isPublished);
  return {
    flowId: id,
    noPayment: choices.noPayment.filter((gap) => gap.flowId === id),
    targetIds: choices.targets.map((target) => target.id),
    queues: Object.fromEntries(choices.queues.map(({ id: queueId, ...queue }) => [queueId, queue])),
    flows: Object.fromEntries(published.map(({ id: other, name, goesTo }) => [other, { name, goesTo }])),
  };
}
