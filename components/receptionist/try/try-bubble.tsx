import { Check, Minus } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { toolWords } from "./tool-words";
import type { TryLine } from "./use-rehearsal";

/** One thing said: the caller's on the right, the receptionist's tinted on the left, with what it did. */
export function TryBubble({ line }: { line: Pick<TryLine, "speaker" | "text" | "reply" | "isProblem"> }) {
  const isCaller = line.speaker === "caller";
  const deeds = [...new Map(line.reply?.tools.map((tool) => [toolWords(tool), tool.ok]))];
  return (
    <li className={cx("flex flex-col gap-1", isCaller ? "items-end" : "items-start")}>
      {deeds.length > 0 && (
        <ul className="flex flex-col gap-0.5 px-0.5 text-meta text-muted">
          {deeds.map(([words, ok]) => (
            <li key={words} className="flex items-center gap-1.5">
              {ok ? (
                <Check className="size-3.5 text-good" aria-hidden />
              ) : (
                <Minus className="size-3.5" aria-hidden />
              )}
              {words}
            </li>
          ))}
        </ul>
      )}
      <p
        className={cx(
          "max-w-[88%] rounded-float px-3 py-2 wrap-anywhere",
          isCaller && "rounded-br-[4px] bg-bubble text-text",
          !isCaller &&
            !line.isProblem &&
            "rounded-bl-[4px] border border-accent-line bg-accent-soft text-accent-ink",
          line.isProblem && "rounded-bl-[4px] bg-bad-soft text-bad",
        )}
      >
        {line.text || <span className="text-muted italic">says nothing</span>}
      </p>
    </li>
  );
}
