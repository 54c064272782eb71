import { type ChildProcess, fork } from "node:child_process";
import { watch } from "node:fs";

/**
 * `npm run dev`: pages reload by themselves (next dev); when a file of lib/ changes, the whole product starts again, since
 * jobs and streams run outside Next. Not `node --watch`: that also watches what Next compiles, and restarts forever.
 */
const WATCHED = ["lib", "scripts/launch", "simulator", "server.ts", "prisma/migrations"];
const SETTLED_MS = 150;

let isStopping = false;
let wasReady = false;
let product = start();
let settling: NodeJS.Timeout | undefined;

for (const place of WATCHED) {
  watch(place, { recursive: true }, (_event, name) => {
    if (name && /\.test\.ts$|~$/.test(name)) return;
    clearTimeout(settling);
    settling = setTimeout(() => void restart(), SETTLED_MS);
  });
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    isStopping = true;
    if (product.exitCode === null) product.kill("SIGTERM");
    else process.exit(0);
  });
}

function start(): ChildProcess {
  const child = fork("scripts/programs/dev.ts", { execArgv: ["--import", "tsx"] });
  child.once("message", () => {
    wasReady = true;
  });
  child.once("exit", (code) => {
    if (isStopping) process.exit(code ?? 0);
    if (code === 0) return;
    if (!wasReady) process.exit(1); // a taken port, a wrong setting: it has said what
    console.log("Stopped. It starts again when a file changes.");
  });
  return child;
}

async function restart(): Promise<void> {
  if (isStopping) return;
  const ending = product;
  if (ending.exitCode === null && ending.signalCode === null) {
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGTERM");
    await ended;
  }
  if (ending === product && !isStopping) product = start();
}
