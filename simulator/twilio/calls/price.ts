import { durationOf } from "../../world/new-call";
import type { Call } from "../../world/records";

const perMinute = { inbound: 0.0085, outbound: 0.014 };

/** What Twilio charges for a leg, as a negative decimal string; nothing is said before it is over, or when nobody answered. */
export function priceOf(call: Call): string | null {
  const seconds = durationOf(call) ?? 0;
  if (seconds === 0) return null;
  const dollars = call.direction === "inbound" ? perMinute.inbound : perMinute.outbound;
  return (-dollars * Math.ceil(seconds / 60)).toFixed(5);
}
