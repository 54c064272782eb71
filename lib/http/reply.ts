/** Turns what a verb returned into the answer: a Response as it is, nothing as 204, anything else as JSON. */
export function reply(result: unknown, status: number, requestId: string): Response {
  if (result instanceof Response) return withRequestId(result, requestId);
  const headers = { "X-Request-Id": requestId, "Cache-Control": "no-store" };
  if (result === undefined) return new Response(null, { status: 204, headers });
  return Response.json(result, { status, headers });
}

function withRequestId(response: Response, requestId: string): Response {
  const headers = new Headers(response.headers);
  headers.set("X-Request-Id", requestId);
  return new Response(response.body, { status: response.status, headers });
}
