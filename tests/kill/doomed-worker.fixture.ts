import { installDatabase } from "@/lib/db";
import { startRunner } from "@/lib/jobs";
import { installWiring } from "@/lib/wiring/install-wiring";

/** A worker process of the real product, for a test to kill. Says "ready" when it takes jobs. */
const [appUrl = "", platformUrl = "", silenceMs] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl });
installWiring();
await startRunner({ concurrency: 4, report: () => {}, silenceMs: Number(silenceMs) });
process.send?.("ready");
