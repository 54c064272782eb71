import { runProgram } from "./launch/program";

await runProgram(async (lifetime) => {
  await (await import("./launch/open-database")).openDatabase(lifetime);
  await (await import("./launch/start-worker")).startWorker(lifetime);
  console.log("The worker is ready.");
});
