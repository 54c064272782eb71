import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";

/** One line of a call's X-ray. */
export type Trace = {
  kind: "webhook" | "instructions" | "turn" | "model" | "tool" | "socket" | "status" | "job" | "note";
  title: string;
  data?: Record<string, unknown>;
  milliseconds?: number;
};

/** Writes lines into a call's X-ray, in order. Secrets never come here; what was said does. */
export async function traceCall(sql: Sql, ctx: Ctx, callId: string, ...lines: Trace[]): Promise<void> {
  await sql.run(
    `INSERT INTO call_traces (tenant_id, id, call_id, at, kind, title, data, milliseconds)
     SELECT $1::uuid, l.id, $2::uuid, $3::timestamptz, l.kind, l.title, l.data, l.milliseconds
       FROM jsonb_to_recordset($4::jsonb) AS l (id uuid, kind text, title text, data jsonb, milliseconds int)`,
    [
      ctx.tenantId,
      callId,
      ctx.clock.now(),
      JSON.stringify(
        lines.map(({ kind, title, data = {}, milliseconds }) => ({
          ...{ id: newId(), kind, title, data },
          milliseconds: milliseconds === undefined ? null : Math.round(milliseconds),
        })),
      ),
    ],
  );
}
