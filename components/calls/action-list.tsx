import { actionFace } from "@/components/calls/outcome-face";
import { cx } from "@/components/ui/cx";
import type { CallRow } from "@/lib/calls/schema";

/** What came out of a call: what was done is green, what is still owed amber. */
export function ActionList({ actions }: { actions: CallRow["actions"] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-small">
      {actions.map(({ kind, text }) => {
        const { icon: Icon, tone, word } = actionFace(kind);
        return (
          <li
            key={`${kind} ${text}`}
            className={cx(
              "inline-flex items-start gap-1.5",
              tone === "good" ? "text-good" : tone === "warn" ? "text-warn" : "text-muted",
            )}
          >
            <Icon className="mt-px size-[17px] shrink-0" strokeWidth={1.8} aria-hidden />
            <span>{tone === "warn" ? `${word}: ${lowered(text)}` : text}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** "Price list by text" goes on after a colon; "I", "Dr." and abbreviations keep their capital. */
function lowered(text: string): string {
  return /^[A-Z][a-z]+\s/.test(text) && !/^(I|Dr|Mr|Mrs|Ms)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
