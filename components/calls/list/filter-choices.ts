import type { CallsFilter } from "@/components/calls/data/queries";
import { outcomeFaces, sentimentFaces } from "@/components/calls/outcome-face";
import { phoneFace } from "@/components/ui/display/phone-face";
import type { NumberView } from "@/lib/numbers/schema";

export type FilterChoice = {
  name: Exclude<keyof CallsFilter, "from" | "to">;
  label: string;
  options: { value: string; label: string }[];
};

const wordsOf = (faces: Record<string, { word: string }>) =>
  Object.entries(faces).map(([value, { word }]) => ({ value, label: word }));

/** What calls can be narrowed by, beside the days. Numbers only where there is more than one. */
export function filterChoices(numbers: readonly NumberView[]): FilterChoice[] {
  return [
    {
      ...{ name: "direction", label: "Direction" },
      options: [
        { value: "inbound", label: "Incoming" },
        { value: "outbound", label: "Outgoing" },
      ],
    },
    { name: "outcome", label: "Outcome", options: wordsOf(outcomeFaces) },
    {
      ...{ name: "answeredBy", label: "Answered by" },
      options: [
        { value: "assistant", label: "Receptionist" },
        { value: "member", label: "A colleague" },
        { value: "voicemail", label: "Voicemail" },
      ],
    },
    { name: "sentiment", label: "Mood", options: wordsOf(sentimentFaces) },
    ...(numbers.length > 1 ? [numberChoice(numbers)] : []),
  ];
}

function numberChoice(numbers: readonly NumberView[]): FilterChoice {
  return {
    ...{ name: "numberId", label: "Number" },
    options: numbers.map(({ id, label, e164 }) => ({
      value: id,
      label: label ? `${label}, ${phoneFace(e164)}` : phoneFace(e164),
    })),
  };
}
