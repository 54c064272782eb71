import { minutesOf } from "@/lib/kernel/time";
import type { Around, FlowState, StepPlayer } from "../graph/schema";
import type { Test } from "../graph/step";

/** Goes one way while the business is open, another while it is closed, and a third on holidays if one is drawn. */
export const playHours: StepPlayer<"hours"> = (step, state, _input, around) => {
  if (around.isOpen) return { go: step.open, state };
  const go = around.isHoliday && step.holiday ? step.holiday : step.closed;
  return { go, state: { ...state, missed: "out_of_hours" } };
};

/** Goes by what is known of the call. */
export const playCondition: StepPlayer<"condition"> = (step, state, _input, around) => ({
  go: holds(step.test, state, around) ? step.yes : step.no,
  state,
});

function holds(test: Test, { values = {} }: FlowState, { caller, weekday, minute }: Around): boolean {
  switch (test.about) {
    case "value":
      return compare(values[test.name] ?? "", test);
    case "caller":
      if (caller.address === null) return test.is === "hidden";
      return test.is === (caller.isKnown ? "known" : "unknown");
    case "country":
      return caller.country !== null && test.countries.includes(caller.country);
    case "time":
      return isDuring(test, weekday, minute);
  }
}

function compare(given: string, { is, text }: Extract<Test, { about: "value" }>): boolean {
  const [one, other] = [given.toLowerCase(), text.toLowerCase()];
  if (is === "given") return one !== "";
  return is === "equal" ? one === other : text !== "" && one.startsWith(other);
}

// From 22:00 to 06:00 runs over midnight; its days are those on which it begins.
function isDuring(test: Extract<Test, { about: "time" }>, weekday: number, minute: number): boolean {
  const [from, to] = [minutesOf(test.from), minutesOf(test.to)];
  const isOn = (day: number) => test.days.includes((day + 7) % 7);
  if (from <= to) return isOn(weekday) && minute >= from && minute < to;
  return (isOn(weekday) && minute >= from) || (isOn(weekday - 1) && minute < to);
}
