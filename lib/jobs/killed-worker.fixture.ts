import { z } from "zod";
import { installDatabase } from "@/lib/db";
import { job } from "./job";
import { installJobs } from "./registry";
import { startRunner } from "./runner";

/** A worker process whose jobs never end, for tests to kill. Says "begun" when it holds one. */
const [appUrl = "", platformUrl = "", silenceMs] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl });
installJobs([
  job({
    kind: "test.say",
    payload: z.object({ word: z.string() }),
    work: () => {
      process.send?.("begun");
      return new Promise(() => {});
    },
  }),
]);
await startRunner({ concurrency: 3, report: () => {}, silenceMs: Number(silenceMs) });
