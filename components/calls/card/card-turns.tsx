import { isLive, speakerWord } from "@/components/calls/call-words";
import type { CallGlance, CallTurnView } from "@/lib/calls/schema";

type CardTurnsProps = {
  call: CallGlance;
  turns: readonly CallTurnView[];
  /** What is heard at the moment, when something is. */
  current?: CallTurnView | undefined;
};

/** Two things said; while a call goes on the last two. */
export function CardTurns({ call, turns, current }: CardTurnsProps) {
  if (turns.length === 0) return null;
  return (
    <dl
      aria-live={isLive(call) ? "polite" : undefined}
      className="grid grid-cols-[minmax(76px,max-content)_1fr] gap-x-4 gap-y-1 text-small max-sm:grid-cols-1"
    >
      {turns.map((turn) => (
        <div key={turn.at + turn.text} className="contents">
          <dt className="font-semibold max-sm:-mb-1">{speakerWord(turn.speaker, call)}</dt>
          <dd className={current === undefined ? quiet(turn) : turn === current ? "" : "text-muted"}>
            {turn.text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function quiet({ speaker }: CallTurnView): string {
  return speaker === "caller" ? "" : "text-muted";
}
