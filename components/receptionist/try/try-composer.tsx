"use client";
import { SendHorizontal } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { IconButton } from "@/components/ui/action/icon-button";
import { Input } from "@/components/ui/form/input";
import { useDeskState } from "../desk/desk-context";

type TryComposerProps = { onSay: (said: string) => void; isWaiting: boolean; isEmpty: boolean };

/** What a caller would say, typed; a few suggestions to begin with. */
export function TryComposer({ onSay, isWaiting, isEmpty }: TryComposerProps) {
  const [text, setText] = useState("");

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const said = text.trim();
    if (said === "" || isWaiting) return;
    setText("");
    onSay(said);
  }

  return (
    <>
      {isEmpty && <Suggestions onSay={onSay} isWaiting={isWaiting} />}
      <form onSubmit={submit} className="flex items-center gap-1.5">
        <Input
          aria-label="Say something as a caller"
          placeholder="Say something as a caller"
          autoComplete="off"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <IconButton type="submit" variant="primary" label="Say it" icon={<SendHorizontal />} />
      </form>
    </>
  );
}

function Suggestions({ onSay, isWaiting }: Pick<TryComposerProps, "onSay" | "isWaiting">) {
  const services = useDeskState((state) => state.draft.offers.services);
  const service = services.find((one) => one.isBookable)?.name.toLowerCase();
  const suggestions = [
    "When are you open?",
    ...(service ? [`How much is a ${service}?`, `Can I book a ${service} tomorrow?`] : []),
    "I'd like to talk to somebody",
  ];
  return (
    <div className="flex flex-wrap gap-1.5">
      {suggestions.map((suggestion) => (
        <button
          key={suggestion}
          type="button"
          onClick={() => onSay(suggestion)}
          disabled={isWaiting}
          className="min-h-control-sm rounded-full border border-line-strong px-3 text-left text-small text-muted transition-colors duration-100 hover:bg-hover hover:text-text"
        >
          {suggestion}
        </button>
      ))}
    </div>
  );
}
