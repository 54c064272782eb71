import type { CarrierName } from "./ports/connection";
import type { Explanation } from "./ports/explanation";
import { carrier } from "./registry";

/** A failed text or call in a person's words; for a code we do not know an honest sentence that names it. */
export function explainFailure(name: CarrierName | null, code: string): Explanation {
  if (name === null) return unknownFailure("the carrier", code);
  const { description, explanations } = carrier(name);
  const known = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  return known ?? unknownFailure(description.label, code);
}

function unknownFailure(who: string, code: string): Explanation {
  const named = code === "" ? "no code" : `code ${code}`;
  return {
    title: `Couldn't deliver: ${who} gave a reason we don't know (${named}).`,
    cure: `Try once more. If it fails again, give ${who}'s support the code and the time.`,
    kind: "unknown",
    action: "contact_carrier",
  };
}
