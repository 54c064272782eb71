import { phoneFace } from "@/components/ui/display/phone-face";
import type { CallRow } from "@/lib/calls/schema";
import { placeOfName } from "@/lib/kernel/customer-name";

type Ends = Pick<CallRow, "direction" | "from" | "to" | "customerName">;

/** Who is at the other end of a call: by name, or by number where only the place is known. */
export function callerFace(call: Ends): {
  title: string;
  number: string;
  hasName: boolean;
  place: string | null;
} {
  const number = call.direction === "inbound" ? call.from : call.to;
  const place = placeOfName(call.customerName ?? "");
  const name = place === null ? call.customerName : null;
  return { title: name ?? phoneFace(number), number, hasName: name !== null, place };
}
