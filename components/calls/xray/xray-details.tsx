"use client";
import { useState } from "react";
import { FactList } from "@/components/calls/xray/fact-list";
import { instructionWords } from "@/components/calls/xray/instruction-words";
import { CodeBlock } from "@/components/ui/display/code-block";

/** What stands behind a step: facts in words first, the bare data for whoever asks for it. */
export function XrayDetails({ data }: { data: Record<string, unknown> }) {
  const [isRaw, setRaw] = useState(false);
  const { instructions, ...facts } = data;
  return (
    <div className="space-y-3 rounded-card border border-line bg-panel px-3.5 py-3">
      {isRaw ? (
        <CodeBlock label="as it was kept" code={JSON.stringify(data, null, 2)} />
      ) : (
        <>
          {Array.isArray(instructions) && <Instructions list={instructions} />}
          {Object.keys(facts).length > 0 && <FactList facts={facts} />}
        </>
      )}
      <button
        type="button"
        onClick={() => setRaw(!isRaw)}
        className="text-meta text-muted underline underline-offset-2 hover:text-text pointer-coarse:min-h-11"
      >
        {isRaw ? "Show in words" : "Show as data"}
      </button>
    </div>
  );
}

function Instructions({ list }: { list: unknown[] }) {
  return (
    <ol className="space-y-1.5 text-small">
      {list.map((each, index) => {
        const { verb, rest } = instructionWords(each);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: instructions keep their order
          <li key={index} className="grid grid-cols-[84px_1fr] gap-x-3">
            <span className="font-semibold">{verb}</span>
            <span className="wrap-anywhere text-muted">{rest}</span>
          </li>
        );
      })}
    </ol>
  );
}
