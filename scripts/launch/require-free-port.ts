import { createServer } from "node:net";

/** Says which setting to change when `port` cannot be listened on. Asked before anything slow begins. */
export function requireFreePort(setting: "PORT" | "SIMULATOR_PORT", port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(explainPort(setting, port, error)));
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** The sentence for a port that could not be opened. */
function explainPort(setting: string, port: number, error: Error): Error {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Error(
      `Port ${port} is already in use. End the program that listens there, or set ${setting} to another number.`,
    );
  }
  if (code === "EACCES") {
    return new Error(`Port ${port} needs rights that we do not have. Set ${setting} to a number above 1023.`);
  }
  return new Error(`Port ${port} cannot be opened (${error.message}). Set ${setting} to another number.`);
}
