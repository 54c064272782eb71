const year = 60 * 60 * 24 * 365;

/** Remembers that the customer's pane is put away, so that the server draws the right width at once. */
export const foldCookie = "inbox-customer";

export function isFolded(cookie: string | undefined): boolean {
  return cookie === "hidden";
}

export function rememberFold(isHidden: boolean) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers people still use
  document.cookie = `${foldCookie}=${isHidden ? "hidden" : "shown"}; path=/; max-age=${year}; samesite=lax`;
}
