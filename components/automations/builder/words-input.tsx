"use client";
import { useState } from "react";
import { Input } from "@/components/ui/form/input";

type WordsInputProps = { label: string; words: string[]; onChange: (words: string[]) => void };

/** Several words in one line, with commas between them. */
export function WordsInput({ label, words, onChange }: WordsInputProps) {
  const [text, setText] = useState(words.join(", "));
  return (
    <Input
      aria-label={label}
      placeholder="price, cost, how much"
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(
          event.target.value
            .split(",")
            .map((word) => word.trim())
            .filter((word) => word !== ""),
        );
      }}
    />
  );
}
