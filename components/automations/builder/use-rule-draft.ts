"use client";
import { useState } from "react";
import { type Condition, knownTo, Rule, type Trigger } from "@/lib/automations/schema";

/** What is wrong with a rule, by place: `steps.0.body`. */
export type Errors = {
  at: (path: string) => string | undefined;
  /** The first one at a place or inside of it. */
  under: (path: string) => string | undefined;
};

/** A rule while it is written; what is wrong with it is shown once somebody has tried to save. */
export function useRuleDraft(given: Rule) {
  const [rule, setRule] = useState<Rule>(given);
  const [isStrict, setIsStrict] = useState(false);
  const checked = Rule.safeParse(rule);
  const found = new Map<string, string>();
  for (const { path, message } of checked.error?.issues ?? []) {
    const place = path.join(".");
    if (!found.has(place)) found.set(place, wordsOf(message, place));
  }
  const errors: Errors = {
    at: (path) => (isStrict ? found.get(path) : undefined),
    under: (path) =>
      isStrict
        ? [...found].find(([place]) => place === path || place.startsWith(`${path}.`))?.[1]
        : undefined,
  };

  /** Conditions that the new trigger knows nothing about go. */
  function setTrigger(trigger: Trigger) {
    const keep = ({ if: kind }: Condition) => knownTo[trigger.on].conditions.includes(kind);
    setRule({ ...rule, trigger, conditions: rule.conditions.filter(keep) });
  }

  return {
    rule,
    errors,
    isChanged: JSON.stringify(rule) !== JSON.stringify(given),
    setTrigger,
    change: (part: Partial<Rule>) => setRule({ ...rule, ...part }),
    /** The rule as it can be saved; null when something is wrong, which is shown from now on. */
    finish(): Rule | null {
      setIsStrict(true);
      return checked.success ? checked.data : null;
    },
  };
}

/** Messages of our own are sentences; the rest is about something that is missing. */
function wordsOf(message: string, place: string): string {
  if (!/^(Too (small|big)|Invalid)/.test(message)) return message;
  if (place.endsWith("words")) return "Write at least one word.";
  return place.endsWith("tag") ? "Name the tag." : "Fill this in.";
}
