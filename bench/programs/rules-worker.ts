import { createServer } from "node:http";
import { installDatabase } from "@/lib/db";
import { startRunner } from "@/lib/jobs";
import { installWiring } from "@/lib/wiring/install-wiring";
import { announceReady } from "./announce-ready";

/** A worker process of the whole product. */
const [appUrl = "", platformUrl = ""] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl, poolSize: 12 });
installWiring();
await startRunner({ report: console.error });
announceReady(createServer());
