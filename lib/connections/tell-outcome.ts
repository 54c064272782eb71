import { type CarrierName, type CarrierOutcome, carrier, explainFailure } from "@/lib/carriers";

/** Why a request to a carrier had no (known) success: a code, and a sentence with the cure. */
export function tellOutcome(
  name: CarrierName,
  outcome: Exclude<CarrierOutcome, { outcome: "accepted" }>,
): { code: string; sentence: string } {
  const { label } = carrier(name).description;
  if (outcome.outcome === "retry_later")
    return {
      code: "retry_later",
      sentence: `${label} could not be reached or is busy (${outcome.why}). Nothing was done; try again in a moment.`,
    };
  if (outcome.outcome === "unknown")
    return {
      code: "unknown",
      sentence: `${label} did not answer in time, so it may or may not have been done. Try again: what is there already is found and kept.`,
    };
  const { title, cure, kind } = explainFailure(name, outcome.code);
  const known =
    kind !== "unknown"
      ? `${title} ${cure}`
      : `${label} said no (${outcome.code}): ${outcome.message || "it gave no reason"}`;
  return { code: outcome.code, sentence: known.replace(/^Couldn't (deliver|do it): /, "") };
}
