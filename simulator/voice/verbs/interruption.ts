import { endedBy, type Interruption, type Next } from "../call";

/** What an interruption means where nobody listens: the call is over or has changed; anything else is ignored. */
export function nextAfter(interruption: Interruption | null): Next | null {
  if (!interruption) return null;
  if ("changed" in interruption) return { kind: "changed" };
  return "hangUp" in interruption.did ? endedBy("caller", "hung up") : null;
}
