/** Reads JSON that a stranger sent; null when it is none. */
export function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
