"use client";
import { useState } from "react";
import { Input } from "@/components/ui/form/input";

type WordsInputProps = { label: string; words: string[]; onChange: (words: string[]) => void };

/** Several words in one line, with commas between them. */
export function WordsInput({ label, words, onChange }: WordsInputProps) {
  const [text, setText] = useState(words.join(", "));
  // What is typed stays as it is typed, as long as it says the same as the rule.
  const shown = split(text).join() === words.join() ? text : words.join(", ");
  return (
    <Input
      aria-label={label}
      placeholder="price, cost, how much"
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onChange(split(event.target.value));
      }}
    />
  );
}

function split(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
