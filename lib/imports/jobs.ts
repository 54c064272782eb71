import { z } from "zod";
import { job } from "@/lib/jobs";
import { workImport } from "./work-import";

/** Imports lists of customers. */
export const importJobs = [
  job({
    kind: "imports.work",
    payload: z.object({ importId: z.uuid() }),
    work: (ctx, { importId }, signal) => workImport(ctx, importId, signal),
  }),
];
