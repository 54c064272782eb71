import type { LiveCall } from "../call";
import type { SoundLeg } from "./sound-leg";

const legs = new WeakMap<LiveCall, SoundLeg>();
const partners = new WeakMap<LiveCall, LiveCall>();

/** Gives a call a browser's sound: from now on its partner hears it, whoever that is at the moment. */
export function plugSound(call: LiveCall, leg: SoundLeg): void {
  void legs.get(call)?.close();
  legs.set(call, leg);
  leg.listen((payload) => {
    const partner = partners.get(call);
    if (partner) legs.get(partner)?.send(payload);
  });
}

/** A call's sound, if a browser is behind it. */
export function soundOf(call: LiveCall): SoundLeg | null {
  return legs.get(call) ?? null;
}

/** The call is over. */
export function unplugSound(call: LiveCall): void {
  void legs.get(call)?.close();
  legs.delete(call);
}

/** Lets two calls hear each other until the answer is called. */
export function bridgeSound(first: LiveCall, second: LiveCall): () => void {
  partners.set(first, second);
  partners.set(second, first);
  return () => {
    if (partners.get(first) === second) partners.delete(first);
    if (partners.get(second) === first) partners.delete(second);
  };
}
