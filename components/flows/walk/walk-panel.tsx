"use client";
import { RotateCcw } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import type { FlowGraph, WalkInput, WalkLine, WalkView } from "@/lib/flows/schema";
import { useWalk, type WalkMoment } from "./use-walk";

type WalkPanelProps = { graph: FlowGraph; onStep: (stepId: string | null) => void };

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Walks through the drawing as it stands: what the caller would hear, key by key. Nothing is sent, nobody rings. */
export function WalkPanel({ graph, onStep }: WalkPanelProps) {
  const { view, moment, setMoment, go, begin, isWaiting } = useWalk(graph, onStep);
  return (
    <div className="flex flex-col gap-4">
      <Moment moment={moment} onMoment={setMoment} />
      {view && (
        <div role="log" aria-label="What the caller hears">
          <ol className="flex flex-col gap-2">
            {view.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
              <Line key={index} line={line} />
            ))}
          </ol>
        </div>
      )}
      {view && <Answers view={view} onGo={go} isWaiting={isWaiting} />}
      <div>
        <Button
          variant={view ? "secondary" : "primary"}
          icon={view ? <RotateCcw aria-hidden /> : undefined}
          onClick={begin}
          isLoading={isWaiting && !view}
        >
          {view ? "Start over" : "Call this flow"}
        </Button>
      </div>
    </div>
  );
}

function Moment({ moment, onMoment }: { moment: WalkMoment; onMoment: (moment: WalkMoment) => void }) {
  const options = [{ value: "", label: "Now" }, ...days.map((label, day) => ({ value: String(day), label }))];
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Day">
          <Select
            options={options}
            value={moment.weekday === null ? "" : String(moment.weekday)}
            onValueChange={(day) => onMoment({ ...moment, weekday: day === "" ? null : Number(day) })}
          />
        </Field>
        <Field label="Time">
          <Input
            type="time"
            value={moment.time}
            disabled={moment.weekday === null}
            onChange={(event) => onMoment({ ...moment, time: event.target.value || "10:00" })}
          />
        </Field>
      </div>
      <Switch
        label="A holiday"
        checked={moment.isHoliday}
        onCheckedChange={(isHoliday) => onMoment({ ...moment, isHoliday })}
      />
      <Switch
        label="A caller we know"
        checked={moment.isKnown}
        onCheckedChange={(isKnown) => onMoment({ ...moment, isKnown })}
      />
    </div>
  );
}

function Line({ line: { who, text } }: { line: WalkLine }) {
  return (
    <li
      className={cx(
        "max-w-[88%] text-small",
        who === "note" && "self-center text-center text-meta text-muted",
        who === "business" && "self-start rounded-card bg-selection px-3 py-2",
        who === "caller" && "self-end rounded-card bg-own px-3 py-2 text-on-own",
      )}
    >
      {text}
    </li>
  );
}

type AnswersProps = { view: WalkView; onGo: (input: WalkInput) => void; isWaiting: boolean };

function Answers({ view, onGo, isWaiting }: AnswersProps) {
  switch (view.waitsFor) {
    case "over":
      return null;
    case "answer":
      return (
        <div className="flex gap-2">
          <Button isLoading={isWaiting} onClick={() => onGo({ do: "answer", isAnswered: true })}>
            Somebody answers
          </Button>
          <Button isLoading={isWaiting} onClick={() => onGo({ do: "answer", isAnswered: false })}>
            Nobody answers
          </Button>
        </div>
      );
    case "message":
      return (
        <div>
          <Button isLoading={isWaiting} onClick={() => onGo({ do: "leave_message" })}>
            Leave a message
          </Button>
        </div>
      );
    case "payment":
      return (
        <div className="flex gap-2">
          <Button isLoading={isWaiting} onClick={() => onGo({ do: "pay", isPaid: true })}>
            The card is charged
          </Button>
          <Button isLoading={isWaiting} onClick={() => onGo({ do: "pay", isPaid: false })}>
            The payment fails
          </Button>
        </div>
      );
    case "input":
      return <Speak onGo={onGo} isWaiting={isWaiting} />;
  }
}

function Speak({ onGo, isWaiting }: Omit<AnswersProps, "view">) {
  const [text, setText] = useState("");
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === "") return;
    setText("");
    onGo(/^[0-9*#]+$/.test(said) ? { do: "press", keys: said } : { do: "say", text: said });
  };
  return (
    <form onSubmit={answer} className="flex flex-col gap-2">
      <Field label="The caller's answer" hint="Digits are keys, words are speech.">
        <Input value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isLoading={isWaiting}>
          Answer
        </Button>
        <Button isLoading={isWaiting} onClick={() => onGo({ do: "wait" })}>
          Say nothing
        </Button>
      </div>
    </form>
  );
}
