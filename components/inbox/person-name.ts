import { placeOfName } from "@/lib/kernel/customer-name";

/** The name a face is drawn from; empty for people known by number or by the place they wrote from. */
export function personName(name: string): string {
  return placeOfName(name) === null ? name : "";
}
