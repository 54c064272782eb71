import { expect, it } from "vitest";
import { type Ending, explainMissed, judgeCall } from "./rules";

const ending: Ending = {
  ...{ direction: "inbound", status: "completed", flowOutcome: null, flowPhase: "listening" },
  ...{ flowMissed: null, callerTurns: 0, seconds: 40, tools: [], hasVoicemail: false },
};

const table: [what: string, given: Partial<Ending>, outcome: string, reason: string | null][] = [
  ["hung up within seconds", { seconds: 6 }, "missed", "short_abandon"],
  [
    "hung up within seconds of a menu",
    { seconds: 6, flowMissed: "abandoned_in_menu" },
    "missed",
    "short_abandon",
  ],
  ["lost in a menu", { flowMissed: "abandoned_in_menu" }, "missed", "abandoned_in_menu"],
  [
    "lost after some keys",
    { flowMissed: "abandoned_in_menu", callerTurns: 2, seconds: 6 },
    "missed",
    "abandoned_in_menu",
  ],
  [
    "came after hours",
    { flowMissed: "out_of_hours", flowPhase: "over", flowOutcome: "answered" },
    "missed",
    "out_of_hours",
  ],
  ["came after hours, hung up at once", { flowMissed: "out_of_hours", seconds: 3 }, "missed", "out_of_hours"],
  ["nobody could be rung", { flowMissed: "nobody_available", callerTurns: 1 }, "missed", "nobody_available"],
  ["nobody answered", { flowMissed: "nobody_answered", callerTurns: 1 }, "missed", "nobody_answered"],
  ["left a message after hours", { flowMissed: "out_of_hours", hasVoicemail: true }, "voicemail", null],
  [
    "was put through after hours",
    { flowMissed: "out_of_hours", flowOutcome: "transferred" },
    "transferred",
    null,
  ],
  ["chose what was told", { callerTurns: 1, flowPhase: "over", flowOutcome: "answered" }, "answered", null],
  ["a flow that broke", { flowOutcome: "technical", flowMissed: "out_of_hours" }, "failed", "technical"],
];

it.each(table)("%s", (_what, given, outcome, reason) => {
  const judged = judgeCall({ ...ending, ...given });
  expect([judged.outcome, judged.missedReason]).toEqual([outcome, reason]);
  if (reason) expect(explainMissed(reason)).not.toBe("The call was missed.");
});
