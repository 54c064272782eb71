import { runProgram } from "../launch/program";

await runProgram(async (lifetime) =>
  (await import("../launch/start-product")).startProduct(lifetime, { reload: true }),
);
