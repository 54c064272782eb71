import { runProgram } from "./launch/program";

await runProgram(async () => (await import("./launch/ensure-build")).build("inherit"));
