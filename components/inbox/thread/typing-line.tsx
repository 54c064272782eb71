"use client";
import { useTypists } from "@/components/inbox/data/use-typing";

/** "Asha is replying…": keeps two people from answering the same customer. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const typists = useTypists(conversationId);
  return (
    <p role="status" className="h-6 pt-1.5 text-meta text-muted">
      {typists.length > 0 && (
        <span className="inline-flex animate-fade items-center gap-2">
          <span aria-hidden className="inline-flex gap-0.5">
            {["0ms", "160ms", "320ms"].map((delay) => (
              <span
                key={delay}
                className="size-1 animate-dot rounded-full bg-current"
                style={{ animationDelay: delay }}
              />
            ))}
          </span>
          {typists.join(" and ")} {typists.length === 1 ? "is" : "are"} replying…
        </span>
      )}
    </p>
  );
}
