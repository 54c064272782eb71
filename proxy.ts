import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pagePathHeader } from "@/app/page-path";
import { env } from "@/lib/env";
import { contentSecurityPolicy, plainSecurityHeaders } from "@/lib/http";

/**
 * Puts security headers on every page and tells the page its own address. It is no lock: who may see what is decided
 * where the data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), {
    isProduction: env.isProduction,
    connect: softphoneOrigins(),
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce for its own scripts from here
  headers.set(pagePathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(plainSecurityHeaders)) response.headers.set(name, value);
  return response;
}

/** Where the softphone's SDK speaks with its carrier, or with the simulator in its place. */
function softphoneOrigins(): string[] {
  const own = env.simulatorMode ? [env.simulatorUrl.replace(/^http/, "ws")] : [];
  return ["wss://*.twilio.com", "https://*.twilio.com", ...own];
}

export const config = { matcher: ["/((?!api/|_next/|.*\\.(?:svg|png|ico|woff2|txt|webmanifest)$).*)"] };
