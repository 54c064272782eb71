import { spawn } from "node:child_process";
import { bundlePrograms } from "./bundle-programs.ts";
import { hashSources, markFresh } from "./freshness.ts";

/** Builds the pages and our own programs, and remembers from which sources. */
export async function buildProduct(output: "pipe" | "inherit"): Promise<void> {
  const sources = hashSources();
  await buildPages(output);
  await bundlePrograms();
  markFresh(sources);
}

function buildPages(output: "pipe" | "inherit"): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      stdio: ["ignore", output, output],
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        words += chunk;
      });
    }
    process.once("exit", () => child.kill());
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`The pages could not be built (next build ended with ${code}).\n${words}`.trim()));
    });
  });
}
