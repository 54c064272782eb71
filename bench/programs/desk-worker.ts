import { createServer } from "node:http";
import { installDatabase } from "@/lib/db";
import { installSubscribers } from "@/lib/events";
import { installJobs, startRunner } from "@/lib/jobs";
import { announceReady } from "./announce-ready";
import { effectJob } from "./effect-job";

/** A worker process that does the effects. */
const [appUrl = "", platformUrl = ""] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl, poolSize: 8 }); // all six processes fit into one server
installSubscribers([]);
installJobs([effectJob]);
await startRunner({ report: console.error });
announceReady(createServer());
