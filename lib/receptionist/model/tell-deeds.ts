import type { Language } from "@/lib/language";
import type { Deed } from "../contract/kept";
import type { ToolSession } from "../contract/session";
import type { Phrases } from "../phrases/phrases";
import { phrasesOf } from "../phrases/phrases-of";

/**
 * Says what the tools did when the model did not get to it: a booking that exists must be told, and a call that is handed
 * over or ended needs a word. Null when there is nothing to tell.
 */
export function tellDeeds(session: ToolSession, deedsBefore: number, language: Language): string | null {
  const say = phrasesOf[language];
  const { next, conversing } = session;
  if (next?.do === "transfer") {
    const label = conversing.facts.transfers.find((one) => one.id === next.targetId)?.label ?? "";
    return say.puttingThrough(/\(([^)]+)\)/.exec(label)?.[1] ?? label);
  }
  const told = session.deeds.slice(deedsBefore).map((deed) => tell(deed, say));
  if (next?.do === "hang_up") return [...told, say.goodbye(conversing.facts.business.name)].join(" ");
  return told.length > 0 ? [...told, say.anythingElse].join(" ") : null;
}

function tell({ kind, text }: Deed, say: Phrases): string {
  if (kind === "booked" || kind === "moved" || kind === "cancelled") return say.done[kind](text);
  return kind === "texted" ? say.texted : say.messageTaken;
}
