import { runProgram } from "../launch/program";

await runProgram(async (lifetime) => {
  const { startWebAlone } = await import("../launch/start-web-alone");
  await startWebAlone(lifetime);
});
