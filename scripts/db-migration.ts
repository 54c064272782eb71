import { runProgram } from "./launch/program";

await runProgram(async () => {
  const { writeMigration } = await import("./migration/write-migration");
  console.log(await writeMigration(process.argv[2]));
});
