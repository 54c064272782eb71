import { testStories } from "./proof/test-stories";

const { failed } = await testStories(process.argv.slice(2));
process.exitCode = failed > 0 ? 1 : 0;
