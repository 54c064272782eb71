"use client";
import { useState } from "react";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import type { FlowGraph, WalkInput, WalkView } from "@/lib/flows/schema";

/** When the walk takes place, and who calls. */
export type WalkMoment = { weekday: number | null; time: string; isHoliday: boolean; isKnown: boolean };

const now: WalkMoment = { weekday: null, time: "10:00", isHoliday: false, isKnown: false };

/** A walk through a drawing: the server plays everything again from the beginning, with the drawing of the moment. */
export function useWalk(graph: FlowGraph, onStep: (stepId: string | null) => void) {
  const [moment, setMoment] = useState(now);
  const [inputs, setInputs] = useState<WalkInput[]>([]);
  const [view, setView] = useState<WalkView | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);

  async function walk(taken: WalkInput[]): Promise<void> {
    const { weekday, time, isHoliday, isKnown } = moment;
    setIsWaiting(true);
    try {
      const next = await request<WalkView>("POST", "/api/v1/flows/walks", {
        body: {
          graph,
          inputs: taken,
          isHoliday,
          isKnown,
          ...(weekday === null ? {} : { at: { weekday, time } }),
        },
      });
      setInputs(taken);
      setView(next);
      onStep(next.waitsFor === "over" ? null : next.stepId);
    } catch (error) {
      toast.error(error instanceof Refused ? error.message : "The walk could not go on.");
    } finally {
      setIsWaiting(false);
    }
  }

  return {
    ...{ view, moment, setMoment, isWaiting },
    begin: () => void walk([]),
    go: (input: WalkInput) => void walk([...inputs, input]),
  };
}
