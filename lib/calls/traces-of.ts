import type { TurnOutcome } from "@/lib/receptionist";
import type { Trace } from "./trace";

/** What the X-ray says about one turn of the receptionist: where the answer came from and which tools it used. */
export function tracesOf(outcome: TurnOutcome): Trace[] {
  const source = outcome.source === "model" ? "The model answered" : "The offline receptionist answered";
  return [
    {
      kind: "model",
      title: source,
      data: { next: outcome.next, firstToken: outcome.firstTokenMilliseconds },
    },
    ...outcome.tools.map(
      ({ name, ok, arguments: given, result, milliseconds }): Trace => ({
        ...{
          kind: "tool",
          title: `${name} ${ok ? "done" : "refused"}`,
          data: { given, result },
          milliseconds,
        },
      }),
    ),
  ];
}
