/** Answers with a table as a file to be saved; marked as UTF-8, which Excel does not take it for otherwise. */
export function sendCsv(text: string, fileName: string): Response {
  return new Response(`\uFEFF${text}`, { headers: headersOf(fileName) });
}

/** The same for a table that is made while it is sent; `parts` begin with the mark. */
export function streamCsv(parts: AsyncIterable<string>, fileName: string): Response {
  const encoder = new TextEncoder();
  const source = parts[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await source.return?.()),
  });
  return new Response(body, { headers: headersOf(fileName) });
}

function headersOf(fileName: string): Record<string, string> {
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${fileName}"`,
    "Cache-Control": "no-store",
  };
}
