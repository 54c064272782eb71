/** Request header in which the proxy tells a page its own path and query, so that it can come back after the sign-in. */
export const pagePathHeader = "x-trunkline-page";
