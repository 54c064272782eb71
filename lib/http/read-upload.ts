import { AppError } from "@/lib/kernel/errors";

const largestUpload = 6 * 1024 * 1024;

/** Reads an uploaded file of at most so many bytes: the raw body, its type from Content-Type, its name from the X-File-Name header (percent-encoded). */
export async function readUpload(
  request: Request,
  largest = largestUpload,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string | null }> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > largest) throw new AppError("too_large", "This file is too large.");
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > largest) throw new AppError("too_large", "This file is too large.");
  if (bytes.byteLength === 0) throw new AppError("invalid_input", "The file is empty.");
  return {
    bytes,
    contentType: request.headers.get("content-type") ?? "application/octet-stream",
    fileName: readName(request.headers.get("x-file-name")),
  };
}

function readName(header: string | null): string | null {
  try {
    return (
      header &&
      decodeURIComponent(header)
        .replace(/[^\p{L}\p{N} ._()-]/gu, "_")
        .slice(0, 120)
    );
  } catch {
    return null;
  }
}
