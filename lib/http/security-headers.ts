/**
 * What a page may load and who may frame it. Scripts run only with this answer's nonce, or when one of those loads
 * them; `connect` lists other origins that a page may speak with; styles may be inline, because the component library positions by style attributes.
 */
export function contentSecurityPolicy(
  nonce: string,
  { isProduction, connect = [] }: { isProduction: boolean; connect?: readonly string[] },
): string {
  // React's development build evaluates strings to give server errors their browser stack.
  const development = isProduction ? "" : " 'unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(" "),
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers that suit every answer of ours. */
export const plainSecurityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), payment=()",
};
