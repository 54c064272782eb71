/** Answers with a table as a file to be saved; marked as UTF-8, which Excel does not take it for otherwise. */
export function sendCsv(text: string, fileName: string): Response {
  return new Response(`\uFEFF${text}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
