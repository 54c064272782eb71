import type { CarrierName } from "./ports/connection";
import type { Explanation } from "./ports/explanation";
import { carrier } from "./registry";

/** A failed text or call in a person's words; for a code we do not know an honest sentence that names it. */
export function explainFailure(name: CarrierName, code: string): Explanation {
  const known = carrier(name).explanations[code];
  if (known) return known;
  const { label } = carrier(name).description;
  return {
    title: `Couldn't deliver: ${label} refused it without a reason we know (code ${code}).`,
    cure: `Look up code ${code} in ${label}'s documentation or ask ${label}'s support, then try again.`,
    kind: "unknown",
    action: "contact_carrier",
  };
}
