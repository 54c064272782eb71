import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSettings } from "./settings";
import { startSimulator } from "./start-simulator";

export { type Simulator, type SimulatorOptions, startSimulator } from "./start-simulator";

const isProgram =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isProgram) {
  try {
    const simulator = await startSimulator(readSettings(process.argv.slice(2), process.env));
    console.log(`The carrier simulator is ready; the handset page is at ${simulator.url}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => simulator.close().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(`The carrier simulator could not start: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
