import { createServer, type ServerResponse } from "node:http";
import pg from "pg";
import { sharedNow } from "../harness/measure";
import { announceReady } from "./announce-ready";

/** The least that makes commits live: NOTIFY in the transaction, one LISTEN, bytes to whoever watches the tenant. */
const [platformUrl] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: platformUrl, max: 20 });
const listener = new pg.Client({ connectionString: platformUrl });
const watching = new Map<string, Set<ServerResponse>>();

await listener.connect();
await listener.query("LISTEN bench_floor");
listener.on("notification", ({ payload = "" }) => {
  const [tenant = "", id] = payload.split(" ");
  for (const response of watching.get(tenant) ?? []) response.write(`data: {"id":"${id}"}\n\n`);
});

const server = createServer(async (request, response) => {
  const [, what, tenant = "", id] = request.url?.split("/") ?? [];
  if (what === "commit") return void response.end(String(await commit(tenant, String(id))));
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("data: {}\n\n");
  const own = watching.get(tenant) ?? new Set();
  watching.set(tenant, own.add(response));
  response.on("close", () => own.delete(response));
});

async function commit(tenant: string, id: string): Promise<number> {
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query({
    ...{ name: "insert", values: [tenant, id] },
    text: "INSERT INTO events (tenant_id, kind, subject, data, actor_kind) VALUES ($1, 'bench', '{}', jsonb_build_object('id', $2::text), 'system')",
  });
  await client.query({
    name: "notify",
    text: "SELECT pg_notify('bench_floor', $1)",
    values: [`${tenant} ${id}`],
  });
  const begun = sharedNow();
  await client.query("COMMIT");
  client.release();
  return begun;
}

announceReady(server);
