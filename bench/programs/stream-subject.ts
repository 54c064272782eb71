import { createServer } from "node:http";
import { installDatabase, withTenantSql } from "@/lib/db";
import { emit, installSubscribers, startLive } from "@/lib/events";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { sharedNow } from "../harness/measure";
import { announceReady } from "./announce-ready";

/** The product's event rows and live stream. The gate believes the path, as the floor does. */
const [appUrl = "", platformUrl = "", mode] = process.argv.slice(2);
installDatabase({ appUrl, platformUrl });
installSubscribers([]);

let visits = 0;
const live =
  mode === "deaf"
    ? undefined
    : await startLive({
        gate: {
          recognise: async ({ url }) => {
            visits += 1;
            return {
              tenantId: unsafeTenantId(url?.split("/")[2] ?? ""),
              userId: `u${visits}`,
              sessionId: `s${visits}`,
            };
          },
          findEnded: async () => new Set(),
        },
        report: console.error,
      });

const server = createServer(async (request, response) => {
  const [, what, tenant = "", id] = request.url?.split("/") ?? [];
  if (what === "commit") response.end(String(await commit(tenant, String(id))));
  else await live?.open(request, response);
});

async function commit(tenant: string, id: string): Promise<number> {
  const ctx = {
    ...{ tenantId: unsafeTenantId(tenant), clock: systemClock, requestId: "bench" },
    actor: { kind: "system", why: "bench" } as const,
  };
  return withTenantSql(ctx, async (sql) => {
    await emit(sql, ctx, { kind: "bench", subject: {}, data: { id } });
    return sharedNow();
  });
}

announceReady(server);
