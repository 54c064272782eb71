import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server of the bench in a process of its own. */
export type Program = {
  port: number;
  send(message: object): void;
  child: ChildProcess;
  stop(): Promise<void>;
};

/** Starts bench/programs/NAME.ts; it sends `{ port }` when it is ready, and ends when we disconnect. */
export async function startProgram(name: string, ...values: string[]): Promise<Program> {
  const child = fork(join(import.meta.dirname, "../programs", `${name}.ts`), values, {
    execArgv: ["--expose-gc", "--import", "tsx"],
    env: { ...process.env, LOG_LEVEL: "error" }, // a stalled model is warned of at every turn
  });
  const [ready] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(`bench/programs/${name}.ts ended at once.`))),
  ]);
  return {
    ...{ port: Number(ready.port), child },
    send: (message) => void child.send(message),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** Asks a program for one figure and waits for it. */
export async function ask<Answer>(program: Program, question: object): Promise<Answer> {
  const answered = once(program.child, "message");
  program.send(question);
  const [answer] = await answered;
  return answer;
}
