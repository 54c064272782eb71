import { runProgram } from "../launch/program";

await runProgram(async (lifetime) => {
  await (await import("../launch/start-product")).startProduct(lifetime, { reload: true });
  process.send?.("ready", () => undefined);
});
