import { phoneFace } from "@/components/ui/display/phone-face";
import type { ConversationView } from "@/lib/inbox/schema";

/** Says on whose clock times are: "Times are Jordan's (New York)". */
export function whoseClock({ customerName, zone: theirs }: ConversationView, zone: string): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ");
  if (theirs === null) return `Times are your own (${place})`;
  return `Times are ${phoneFace(customerName) === customerName ? `${customerName.split(" ")[0]}'s` : "theirs"} (${place})`;
}
