/** Carriers send a few kilobytes. The web process refuses longer bodies before us; where Next runs alone, nobody else does. */
const longestBody = 262_144;

/** Reads a webhook's body as text; null when it is too long. */
export async function readBody(request: Request): Promise<string | null> {
  if (request.method === "GET") return "";
  const announced = request.headers.get("content-length");
  if (announced === null) return readCounted(request);
  return Number(announced) > longestBody ? null : new TextDecoder().decode(await request.arrayBuffer());
}

/** Nobody said how long it is. */
async function readCounted(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.byteLength;
    if (length <= longestBody) continue;
    await reader?.cancel();
    return null;
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
