"use client";
import { Delete, Phone } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { usePhoneState } from "@/components/softphone/phone/phone-context";
import { useDial } from "@/components/softphone/use-dial";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Keypad } from "./keypad";

/** Types, pastes or presses a number together and calls it. */
export function Dialer({ onDone }: { onDone: () => void }) {
  const { numbers } = usePhoneState();
  const [number, setNumber] = useState("");
  const [callerId, setCallerId] = useState<string>();
  const [problem, setProblem] = useState<string | null>(null);
  const { dial, isAsking, isBusy } = useDial();
  const change = (text: string) => {
    setProblem(null);
    setNumber(text);
  };
  const call = async (event: SubmitEvent) => {
    event.preventDefault();
    const refusal = await dial(number, callerId);
    setProblem(refusal);
    if (!refusal) onDone();
  };
  return (
    <form onSubmit={call} className="flex flex-col gap-2.5">
      <div className="flex items-end gap-1.5">
        <div className="min-w-0 flex-1">
          <Field label="Number to call" error={problem ?? undefined}>
            <Input
              type="tel"
              autoComplete="off"
              placeholder="Type or paste a number"
              value={number}
              onChange={(event) => change(event.target.value)}
            />
          </Field>
        </div>
        {number !== "" && !problem && (
          <IconButton
            label="Delete the last digit"
            icon={<Delete aria-hidden />}
            onClick={() => change(number.slice(0, -1))}
          />
        )}
      </div>
      <Keypad onPress={(key) => change(number + key)} onPlus={() => change(`${number}+`)} />
      {numbers.length > 1 && (
        <Field label="Call from">
          <Select
            options={numbers.map(({ e164, label }) => ({
              value: e164,
              label: `${label} ${phoneFace(e164)}`,
            }))}
            value={callerId ?? numbers[0]?.e164}
            onValueChange={setCallerId}
          />
        </Field>
      )}
      <Button
        type="submit"
        variant="primary"
        icon={<Phone aria-hidden />}
        isLoading={isAsking}
        disabled={isBusy || number.trim() === ""}
      >
        Call
      </Button>
    </form>
  );
}
