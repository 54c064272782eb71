import type { DialTarget, Instruction } from "@/lib/carriers";
import type { Around, FlowState, Move } from "../graph/schema";
import { sayPhrase } from "../graph/speak";

const ringSeconds = 20;

/**
 * Rings the next person of `state.ringing`; when nobody is left, `otherwise` decides, so a caller always has a next
 * step. Their browser rings if they are there, their phone if they have a number; who has neither is passed over.
 */
export function ringNext(
  state: FlowState,
  around: Around,
  before: Instruction[],
  otherwise: (state: FlowState, around: Around, before: Instruction[]) => Move,
  seconds: number = ringSeconds,
): Move {
  const [targetId, ...rest] = state.ringing;
  if (targetId === undefined) return otherwise(state, around, before);
  const targets = targetsOf(targetId, around);
  if (targets.length === 0) {
    const passed = { ...state, ringing: rest, passedOver: [...state.passedOver, targetId] };
    return ringNext(passed, around, before, otherwise, seconds);
  }
  return dial(targets, { ...state, ringing: rest }, around, before, seconds);
}

/** Rings several people at the same time; the first who answers gets the call. */
export function ringTogether(
  targetIds: readonly string[],
  state: FlowState,
  around: Around,
  otherwise: (state: FlowState) => Move,
  seconds: number,
): Move {
  const targets = targetIds.flatMap((id) => targetsOf(id, around));
  return targets.length === 0
    ? otherwise(state)
    : dial(targets, { ...state, ringing: [] }, around, [], seconds);
}

function dial(
  targets: DialTarget[],
  state: FlowState,
  around: Around,
  before: Instruction[],
  seconds: number,
): Move {
  const words = before.length > 0 ? before : [sayPhrase("transferring", state, around)];
  return {
    state: { ...state, phase: "dialing" },
    output: {
      do: "instruct",
      instructions: [
        ...words,
        {
          kind: "dial",
          targets,
          url: around.links.dialed,
          callerId: around.callerId,
          ringSeconds: seconds,
        },
      ],
    },
  };
}

function targetsOf(targetId: string, { targets, links, callId = "" }: Around): DialTarget[] {
  const { identity, e164 } = targets[targetId] ?? {};
  return [
    ...(identity
      ? [{ kind: "client" as const, identity, statusUrl: links.leg, parameters: { call: callId } }]
      : []),
    ...(e164 ? [{ kind: "number" as const, e164 }] : []),
  ];
}
