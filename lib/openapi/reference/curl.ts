import type { Operation } from "../shape/operation";

/** The example of an operation as a command that can be pasted into a shell. */
export function curlOf(publicUrl: string, operation: Operation): string {
  const { method, can, isIdempotent, takesFile, body, example } = operation;
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} ${quote(addressOf(publicUrl, operation))}`,
    ...(can === "public" ? [] : [`-H "Authorization: Bearer $KEY"`]),
    ...(body ? [`-H "Content-Type: application/json"`] : []),
    ...(isIdempotent ? [`-H "Idempotency-Key: order-1042-ready"`] : []),
    ...(takesFile
      ? [`-H "Content-Type: image/jpeg"`, `-H "X-File-Name: menu.jpg"`, "--data-binary @menu.jpg"]
      : []),
    ...(body ? [`-d ${quote(JSON.stringify(example.body))}`] : []),
    ...(operation.file ? [`-o file.${operation.file.split("/")[1] === "mpeg" ? "mp3" : "jpg"}`] : []),
  ];
  return lines.join(" \\\n  ");
}

function addressOf(publicUrl: string, { path, example }: Operation): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => example.params?.[name] ?? name);
  const query = new URLSearchParams(example.query ?? {}).toString();
  return `${publicUrl}/api/v1${filled}${query && `?${query}`}`;
}

/** Single quotes, where a shell would read something into the text. */
function quote(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
