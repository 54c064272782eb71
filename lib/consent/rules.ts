import type { Keyword } from "@/lib/kernel/keywords";

/**
 * The one spelling under which consent is kept: a WhatsApp address that shows its number shares the number's
 * consent, because the person who said STOP does not care which app carried it.
 */
export function consentAddress(address: string): string {
  return address.replace(/^whatsapp:(?=\+)/, "");
}

/** What a keyword changes. "YES" answers questions far more often than it opts in, so START only lifts a STOP. */
export function consentChange(
  keyword: Keyword | null,
  isSuppressed: boolean,
): "opted_out" | "opted_in" | null {
  if (keyword === "stop") return "opted_out";
  return keyword === "start" && isSuppressed ? "opted_in" : null;
}
