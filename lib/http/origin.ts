import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses a change that another site's page sent with the browser's cookies. A browser names its origin on every such
 * request; one that names none (a program) must at least not claim to come from elsewhere.
 */
export function requireOwnOrigin(request: Request): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isOwn = origin === null ? site === "same-origin" : isOwnOrigin(origin, request.headers.get("host"));
  if (!isOwn || site === "cross-site")
    throw new AppError("forbidden", "This request came from another site.");
}

/**
 * The configured public address, or this very machine by its loopback name: whoever works on the machine opens
 * localhost while PUBLIC_URL names the tunnel that carriers use.
 */
export function isOwnOrigin(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin === new URL(env.publicUrl).origin) return true;
  return loopbackNames.has(url.hostname) && url.host === host;
}
