import { type MicroPrice, readMicros } from "@/lib/kernel/money";
import { type TextStatus, textStatuses } from "../../ports/texting";

/** Twilio's price text, "-0.00750" and "USD", as a positive cost. */
export function readPrice(
  price: string | null | undefined,
  unit: string | null | undefined,
): MicroPrice | undefined {
  const micros = price ? readMicros(price) : null;
  return micros === null ? undefined : { micros: Math.abs(micros), currency: (unit || "USD").toUpperCase() };
}

/** Twilio's state word; "partially_delivered" (some media lost) counts as delivered. Undefined when it is new to us. */
export function readTextStatus(word: string): TextStatus | undefined {
  const plain = word === "partially_delivered" ? "delivered" : word === "receiving" ? "received" : word;
  return textStatuses.find((status) => status === plain);
}
