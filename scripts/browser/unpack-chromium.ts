import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

/** Unpacks the Chromium inside the npm package, and the libraries it needs, into TMPDIR. A program of its own because of that. */
await chromium.executablePath();
await inflate(
  join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../bin/al2023.tar.br"),
);
