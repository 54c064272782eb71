"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";

const outcomes = ["Solved", "Call again", "Passed on", "Wrong number"] as const;

/** What came of a call, in one press: it stands in the conversation as a note that the team sees. */
export function OutcomeChoice({ conversationId }: { conversationId: string }) {
  const [chosen, setChosen] = useState<string>();
  const { save, isSaving } = useSave();
  const choose = async (outcome: string) => {
    const path = `/api/v1/conversations/${conversationId}/notes`;
    const body = { body: `After the call: ${outcome.toLowerCase()}.` };
    if (await save(() => callApi("POST", path, { body }), "Written into the conversation."))
      setChosen(outcome);
  };
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1.5 text-small font-medium">What came of it?</legend>
      {outcomes.map((outcome) => (
        <Button
          key={outcome}
          size="sm"
          aria-pressed={chosen === outcome}
          disabled={isSaving || chosen !== undefined}
          onClick={() => choose(outcome)}
        >
          {outcome}
        </Button>
      ))}
    </fieldset>
  );
}
