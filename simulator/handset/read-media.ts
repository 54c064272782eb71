/** A file as the handset's request describes it: its bytes, or where they lie. */
type Described = { contentType: string; data: string } | { url: string; contentType?: string | undefined };

export type File = { contentType: string; data: Buffer };

/** Brings all files in; null when one cannot be fetched. */
export async function readMedia(described: Described[]): Promise<File[] | null> {
  const files = await Promise.all(described.map(readOne));
  return files.every((file) => file !== null) ? files : null;
}

async function readOne(one: Described): Promise<File | null> {
  if ("data" in one) return { contentType: one.contentType, data: Buffer.from(one.data, "base64") };
  try {
    const response = await fetch(one.url, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) return null;
    const contentType = one.contentType ?? response.headers.get("content-type") ?? "application/octet-stream";
    return { contentType, data: Buffer.from(await response.arrayBuffer()) };
  } catch {
    return null;
  }
}
