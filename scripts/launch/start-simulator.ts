import { fork } from "node:child_process";
import { join } from "node:path";
import { env } from "@/lib/env";
import type { Lifetime } from "@/lib/process";
import { PROGRAMS } from "../build/freshness";

/**
 * Starts the carrier simulator in a process of its own, so that what it does costs the product nothing. It ignores
 * Ctrl-C and ends when the channel to us closes: until then it answers the carriers' requests of our last jobs.
 */
export async function startSimulator(lifetime: Lifetime): Promise<void> {
  const [program, execArgv] = env.isProduction
    ? [join(PROGRAMS, "simulator.mjs"), []]
    : ["scripts/programs/simulator.ts", ["--import", "tsx"]];
  const child = fork(program, [String(env.simulatorPort), env.publicUrl], { execArgv });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  lifetime.onStop("The simulator", () => {
    if (child.connected) child.disconnect();
    return ended;
  });
  const answer = await Promise.race([
    // Under `node --watch` the child also reports what it imports, as objects.
    new Promise((resolve) => child.on("message", (word) => typeof word === "string" && resolve(word))),
    ended.then(() => "it ended at once"),
  ]);
  if (answer !== "ready")
    throw new Error(`The simulator did not start on port ${env.simulatorPort}: ${answer}`);
}
