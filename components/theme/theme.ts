/** What a reader can choose; "system" follows the device. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Name of the cookie that keeps the choice, so that the server renders the right theme at once. */
export const themeCookie = "theme";

/** Reads a cookie value; anything unknown means "system". */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
