import { testUnits } from "./proof/test-units";

const { failed } = await testUnits(process.argv.slice(2));
process.exitCode = failed > 0 ? 1 : 0;
