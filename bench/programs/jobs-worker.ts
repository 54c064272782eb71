import { createServer } from "node:http";
import { Logger, runTaskList } from "graphile-worker";
import pg from "pg";
import { z } from "zod";
import { installDatabase } from "@/lib/db";
import { installJobs, job, startRunner } from "@/lib/jobs";
import { sharedNow } from "../harness/measure";
import { announceReady } from "./announce-ready";

/** A worker that tells when it picks up a job that has an id; `floor` is graphile-worker as it comes. */
const [mode, appUrl = "", platformUrl = "", ownerUrl] = process.argv.slice(2);

const tell = (id: string | undefined) => void (id && process.send?.({ picked: id, at: sharedNow() }));

if (mode === "floor") {
  const silent = new Logger(() => () => {});
  const task = async (payload: unknown) => tell((payload as { id?: string }).id);
  runTaskList(
    { concurrency: 10, logger: silent },
    { "bench.floor": task },
    new pg.Pool({ connectionString: ownerUrl }),
  );
} else {
  installDatabase({ appUrl, platformUrl });
  const payload = z.object({ id: z.string().optional() });
  installJobs([job({ kind: "bench.subject", payload, work: async (_ctx, { id }) => tell(id) })]);
  await startRunner({ report: console.error });
}
announceReady(createServer());
