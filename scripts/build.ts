import { buildProduct } from "./build/build-product";
import { runProgram } from "./launch/program";

await runProgram(() => buildProduct("inherit"));
