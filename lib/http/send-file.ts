/** A file to hand out; `body` is read to its end. */
export type OutgoingFile = {
  size: number;
  body: ReadableStream<Uint8Array>;
  contentType: string;
  fileName: string | null;
  /** Both inclusive: only this part is in `body`, while `size` is the whole file's. */
  range?: { start: number; end: number } | null;
};

// Only these may be shown inside a page; everything else that strangers send is a download.
const shown = /^(image\/(jpeg|png|gif|webp)|audio\/|video\/)/;

/** Answers with a stored file that a stranger may have sent: never sniffed, never run, cached by this browser only. */
export function sendFile(file: OutgoingFile): Response {
  const isShown = shown.test(file.contentType);
  const name = encodeURIComponent(file.fileName ?? "file");
  const { range, size } = file;
  return new Response(file.body, {
    status: range ? 206 : 200,
    headers: {
      ...(range ? { "Content-Range": `bytes ${range.start}-${range.end}/${size}` } : {}),
      "Accept-Ranges": "bytes",
      "Content-Type": isShown ? file.contentType : "application/octet-stream",
      "Content-Length": String(range ? range.end - range.start + 1 : size),
      "Content-Disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, max-age=86400",
    },
  });
}
