import { runProgram } from "../launch/program";

await runProgram(async (lifetime) => {
  const { openDatabase } = await import("../launch/open-database");
  const { startWorker } = await import("../launch/start-worker");
  await openDatabase(lifetime);
  await startWorker(lifetime);
  console.log("The worker is ready.");
});
