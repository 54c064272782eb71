import type { FlowState } from "@/lib/flows";
import type { CallSetup } from "./schema";
import type { Trace } from "./trace";

/** What the X-ray says about people whose turn it was to be rung and who could not be. */
export function tracesOfPassedOver({ passedOver }: FlowState, targets: CallSetup["targets"]): Trace[] {
  return (passedOver ?? []).map((id) => {
    const target = targets[id];
    const where = target?.memberId
      ? "no browser of theirs takes calls now, and no phone number is given in the settings"
      : "no phone number is given in the settings";
    return { kind: "note", title: `${target?.label ?? "Somebody"} was not rung: ${where}`, data: {} };
  });
}
