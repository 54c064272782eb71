import type { Carrier } from "./ports/carrier";
import { type CarrierName, carrierNames } from "./ports/connection";
import { twilio } from "./twilio/carrier";
import { vobiz } from "./vobiz/carrier";

const carriers = { twilio, vobiz } satisfies Record<CarrierName, Carrier>;

/** A carrier by name. */
export function carrier(name: CarrierName): Carrier {
  return carriers[name];
}

/** Every carrier, in the order they are offered. */
export function allCarriers(): Carrier[] {
  return carrierNames.map(carrier);
}

/** Whether a text from outside names a carrier. */
export function isCarrierName(text: string): text is CarrierName {
  return carrierNames.some((name) => name === text);
}
