import type { FlowGraph } from "@/lib/flows";
import type { CallRouting } from "./schema";

/** The graph that a number's routing stands for; null for the receptionist alone, which needs none, and for a flow that was drawn. */
export function graphOf({ mode, targetIds, seconds }: CallRouting): FlowGraph | null {
  const receptionist = { kind: "receptionist" as const };
  const voicemail = { kind: "voicemail" as const, greeting: "", maxSeconds: 120, next: null };
  const ring = (noAnswer: string) => ({ kind: "ring" as const, targetIds, seconds, noAnswer });
  switch (mode) {
    case "receptionist":
    case "flow":
      return null;
    case "ring":
      return { start: "ring", steps: { ring: ring("receptionist"), receptionist } };
    case "ring_voicemail":
      return { start: "ring", steps: { ring: ring("voicemail"), voicemail } };
    case "after_hours":
      return {
        start: "hours",
        steps: {
          hours: { kind: "hours", open: "ring", closed: "receptionist" },
          ring: ring("receptionist"),
          receptionist,
        },
      };
    case "voicemail":
      return { start: "voicemail", steps: { voicemail } };
  }
}

/** Whether a routing rings people, and so must know whom. */
export function ringsPeople(mode: CallRouting["mode"]): boolean {
  return mode === "ring" || mode === "ring_voicemail" || mode === "after_hours";
}
