import { ArrowDown } from "lucide-react";

type JumpPillProps = { isShown: boolean; newSince: number; onClick: () => void };

/** The way back down after scrolling up, with how much came meanwhile. */
export function JumpPill({ isShown, newSince, onClick }: JumpPillProps) {
  if (!isShown) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <button
        type="button"
        onClick={onClick}
        className="pointer-events-auto inline-flex h-control animate-rise items-center gap-1.5 rounded-full border border-line bg-panel px-3.5 text-small font-semibold shadow-float hover:bg-hover"
      >
        <ArrowDown className="size-4 text-muted" aria-hidden />
        {newSince > 0 ? `${newSince} new` : "Jump to newest"}
      </button>
    </div>
  );
}
