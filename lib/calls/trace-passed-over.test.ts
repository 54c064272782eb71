import { expect, it } from "vitest";
import { beginFlow, defaultFlow } from "@/lib/flows";
import { tracesOfPassedOver } from "./trace-passed-over";

it("says of each person that was passed over why nobody rang there", () => {
  const state = { ...beginFlow(defaultFlow, "en-US"), passedOver: ["a", "b"] };
  const targets = {
    a: { label: "Anika", e164: null, memberId: "m" },
    b: { label: "Ben", e164: null, memberId: null },
    c: { label: "Cleo", e164: "+12015550147", memberId: null },
  };
  expect(tracesOfPassedOver(state, targets).map(({ title }) => title)).toEqual([
    "Anika was not rung: no browser of theirs takes calls now, and no phone number is given in the settings",
    "Ben was not rung: no phone number is given in the settings",
  ]);
});
