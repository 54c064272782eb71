"use client";
import { useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { Skeleton } from "@/components/ui/display/skeleton";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import type { WizardCarrier } from "./credentials-form";
import { type AccountNumber, AccountNumbers } from "./wizard-answers";

type NumberChoiceProps = {
  carrier: WizardCarrier;
  connectionId: string;
  isWorking: boolean;
  onChoose: (e164: string) => void;
};

/** The numbers that the account has, and the way to the shop. */
export function NumberChoice({ carrier, connectionId, isWorking, onChoose }: NumberChoiceProps) {
  const [numbers, setNumbers] = useState<AccountNumber[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    callApi("GET", `/api/v1/integrations/${connectionId}/numbers`, { answer: AccountNumbers }).then(
      (answer) => {
        if (answer.ok) setNumbers(answer.data.data);
        else setFailure(sentenceOf(answer.problem));
      },
    );
  }, [connectionId]);

  return (
    <Section
      title="Choose a number"
      description="Its calls and texts come here from then on. What it was set to before comes back when you disconnect."
      actions={
        <ButtonLink href={`/numbers/buy?carrier=${carrier.name}&connection=${connectionId}`}>
          Buy a number
        </ButtonLink>
      }
    >
      {failure && <Banner tone="bad" title={failure} />}
      {!numbers && !failure && <Skeleton className="h-11 w-full" />}
      {numbers?.length === 0 && (
        <p className="text-muted">{`This ${carrier.label} account has no numbers yet. Buy the first one.`}</p>
      )}
      <ul className="divide-y divide-line rounded-card border border-line empty:hidden">
        {numbers?.map((number) => (
          <li key={number.e164} className="flex items-center gap-3 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <PhoneNumber e164={number.e164} />
              </p>
              <p className="truncate text-meta text-muted">{wordsOf(number)}</p>
            </div>
            <Button
              size="sm"
              disabled={number.state === "elsewhere"}
              isLoading={isWorking}
              onClick={() => onChoose(number.e164)}
            >
              {number.state === "ours" ? "Set again" : "Use this number"}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function wordsOf({ state, goesTo }: AccountNumber): string {
  if (state === "elsewhere") return "Belongs to another business on this installation";
  if (state === "ours") return "Is yours already";
  return goesTo ? `Calls go to ${goesTo} now` : "Calls go nowhere now";
}
