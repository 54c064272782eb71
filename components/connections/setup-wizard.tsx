"use client";
import { useState } from "react";
import { Banner } from "@/components/ui/page/banner";
import type { SetupState } from "@/lib/setup/schema";
import { CredentialsForm, type WizardCarrier } from "./credentials-form";
import { SetupProgress } from "./setup-progress";

type SetupWizardProps = { carrier: WizardCarrier; start: SetupState | null; isSimulated: boolean };

/** Enter, verified, number chosen, every step shown with its end. Leaving the page loses nothing. */
export function SetupWizard({ carrier, start, isSimulated }: SetupWizardProps) {
  const [state, setState] = useState(start);

  /** The address names the account, so that a reload or a bookmark goes on where this one stood. */
  function goOn(next: SetupState) {
    window.history.replaceState(null, "", `/${carrier.name}/setup?connection=${next.connectionId}`);
    setState(next);
  }

  return (
    <div className="flex flex-col gap-5">
      {isSimulated && (
        <Banner title="This installation speaks with the simulator">
          {`No real ${carrier.label} account is reached from here. An account of the simulator does the same.`}
        </Banner>
      )}
      {state ? (
        <SetupProgress carrier={carrier} state={state} onState={goOn} />
      ) : (
        <CredentialsForm carrier={carrier} onState={goOn} />
      )}
    </div>
  );
}
