/** A count as badges show it: nothing for 0, "99+" beyond two digits. */
export function badgeText(count: number | undefined): string {
  if (!count || count < 0) return "";
  return count > 99 ? "99+" : String(count);
}
