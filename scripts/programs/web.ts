import { runProgram } from "../launch/program";

await runProgram(async (lifetime) => {
  await (await import("../launch/check-start")).checkStart({ web: true });
  const { openDatabase } = await import("../launch/open-database");
  const { startWeb } = await import("../launch/start-web");
  const { env } = await import("@/lib/env");
  await openDatabase(lifetime);
  await startWeb(lifetime);
  console.log(`The web process is ready at ${env.publicUrl}`);
});
