import { startBuilt } from "./build/start-built.ts";

await startBuilt("worker");
