import { phoneFace } from "@/components/ui/display/phone-face";

/** A phone number in readable groups that keep their columns; what is no number is shown as it is. */
export function PhoneNumber({ e164 }: { e164: string }) {
  return <span className="tabular whitespace-nowrap">{phoneFace(e164)}</span>;
}
