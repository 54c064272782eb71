import { runProgram } from "./launch/program";

await runProgram(async (lifetime) => {
  const { env } = await import("@/lib/env");
  await (await import("./launch/require-free-port")).requireFreePort("PORT", env.port);
  await Promise.all([
    (await import("./launch/open-database")).openDatabase(lifetime),
    (await import("./launch/ensure-build")).ensureBuild(console.log),
  ]);
  await (await import("./launch/start-web")).startWeb(lifetime);
  console.log(`The web process is ready at ${env.publicUrl}`);
});
