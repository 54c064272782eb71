import { plainSecurityHeaders } from "./security-headers";

/** Turns what a verb returned into the answer: a Response as it is, nothing as 204, anything else as JSON. */
export function reply(result: unknown, status: number, requestId: string): Response {
  if (result instanceof Response) return withRequestId(result, requestId);
  const headers = { ...plainSecurityHeaders, "X-Request-Id": requestId, "Cache-Control": "no-store" };
  if (result === undefined) return new Response(null, { status: 204, headers });
  return Response.json(result, { status, headers });
}

function withRequestId(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(plainSecurityHeaders)) headers.set(name, value);
  headers.set("X-Request-Id", requestId);
  return new Response(response.body, { status: response.status, headers });
}
