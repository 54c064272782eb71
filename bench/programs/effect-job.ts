import { z } from "zod";
import { withTenantSql } from "@/lib/db";
import { job } from "@/lib/jobs";

/** Leaves one row per time that it runs. */
export const effectJob = job({
  kind: "bench.effect",
  payload: z.object({ messageId: z.uuid() }),
  work: async (ctx, { messageId }) => {
    await withTenantSql(ctx, (sql) =>
      sql.run("INSERT INTO bench_effects (message_id) VALUES ($1::uuid)", [messageId]),
    );
  },
});
