import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reply, Route } from "../http/exchange";

const folder = fileURLToPath(new URL("./page", import.meta.url));
const font = createRequire(import.meta.url).resolve(
  "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
);

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The page loads nothing from elsewhere and runs no script but its own. */
const policy =
  "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; frame-ancestors 'none'";

/** GET / and every file in `page/`, as they lie there: the handset page has no build step. */
export const pageRoutes: Route[] = [
  { method: "GET", path: "/", answer: () => sendFile(join(folder, "index.html")) },
  { method: "GET", path: "/page/inter.woff2", answer: () => sendFile(font) },
  ...readdirSync(folder).map((name): Route => {
    return { method: "GET", path: `/page/${name}`, answer: () => sendFile(join(folder, name)) };
  }),
];

async function sendFile(path: string): Promise<Reply> {
  const contentType = types[extname(path)] ?? "application/octet-stream";
  const headers = {
    "content-type": contentType,
    "cache-control": "no-cache",
    "content-security-policy": policy,
  };
  return { status: 200, headers, body: await readFile(path) };
}
