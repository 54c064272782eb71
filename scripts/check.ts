import { spawn } from "node:child_process";
import { describeFinding } from "./checks/finding";
import { checkHouse } from "./checks/house";
import { readSources } from "./checks/read-sources";

type Result = { name: string; problems: string; seconds: number };

/** Types, lint, dead code and the rules of the house; the exit code is 1 when any of them finds something. */
async function check(): Promise<void> {
  const results = await Promise.all([
    command("types", "tsc", ["--noEmit", "-p", "."]),
    command("lint", "biome", ["check", "--error-on-warnings", "--max-diagnostics=50", "."]),
    command("dead code", "knip", ["--no-progress", "--no-config-hints"]),
    house(),
  ]);
  for (const { name, problems, seconds } of results) {
    if (problems !== "") console.log(`\n${problems}\n`);
    console.log(`${problems === "" ? "ok    " : "FAILED"}  ${name} (${seconds.toFixed(1)} s)`);
  }
  process.exitCode = results.some(({ problems }) => problems !== "") ? 1 : 0;
}

async function house(): Promise<Result> {
  const started = performance.now();
  const findings = checkHouse(readSources("."));
  const problems = findings.map(describeFinding).join("\n");
  return { name: "rules of the house", problems, seconds: (performance.now() - started) / 1000 };
}

/** Starts a program of `node_modules/.bin`; what it prints is the problem when it does not end with 0. */
async function command(name: string, program: string, parameters: string[]): Promise<Result> {
  const started = performance.now();
  const child = spawn(`node_modules/.bin/${program}`, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const problems = code === 0 ? "" : output.trim() || `${program} ended with ${code}`;
  return { name, problems, seconds: (performance.now() - started) / 1000 };
}

await check();
