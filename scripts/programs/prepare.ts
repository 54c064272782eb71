import { runProgram } from "../launch/program";

const program = process.argv[2];

/** What happens before a first start: whatever would prevent it is said first, then everything is built. */
await runProgram(async () => {
  const { checkStart } = await import("../launch/check-start");
  await checkStart({ web: program !== "worker", simulator: program === "product" });
  await (await import("../build/build-once")).buildOnce();
  process.exit();
});
