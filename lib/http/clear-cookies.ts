/** An answer without content that takes cookies away. */
export function clearCookies(names: readonly string[]): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const name of names) {
    const secure = name.startsWith("__Host-") ? "; Secure" : "";
    headers.append("Set-Cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  }
  return new Response(null, { status: 204, headers });
}
