import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { unsafePlatformSql } from "@/lib/db";
import { newId, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import type { NewEvent } from "./schema";
import { installSubscribers } from "./subscribers";

/** Lets verbs emit in the running test file; returns what they told, in order. Rolled back events are among them. */
export function recordEvents(...kinds: string[]): NewEvent[] {
  const told: NewEvent[] = [];
  installSubscribers([{ to: kinds, tell: async (_sql, _ctx, event) => void told.push(event) }]);
  return told;
}

/** The kinds of a tenant's event rows, in order. */
export async function eventKinds(tenantId: TenantId): Promise<string[]> {
  const rows = await unsafePlatformSql("a test looks at the events", (sql) =>
    sql.rows<{ kind: string }>("SELECT kind FROM events WHERE tenant_id = $1::uuid ORDER BY seq", [tenantId]),
  );
  return rows.map(({ kind }) => kind);
}

/** A bare tenant. */
export async function makeBareTenant(): Promise<TenantId> {
  const id = newId();
  await unsafePlatformSql("a test makes a tenant", (sql) =>
    sql.run("INSERT INTO tenants (id, slug, name) VALUES ($1::uuid, $1::text, 'Test')", [id]),
  );
  return unsafeTenantId(id);
}

/** One frame of a stream. */
export type Frame = { event: string; id: string | undefined; data: string };

/** What a browser has of a stream so far. */
export type Watching = {
  status: number | undefined;
  frames: Frame[];
  /** Kinds of the events that arrived. */
  kinds(): string[];
  /** The position to come back with. */
  lastId(): string | undefined;
  isClosed(): boolean;
  close(): void;
};

/** Opens `url` as a browser does; resolves when the first frame, or a refusal, is there. */
export function watchStream(url: string, headers: Record<string, string> = {}): Promise<Watching> {
  return new Promise((resolve, reject) => {
    const frames: Frame[] = [];
    const request = get(url, { headers, agent: false }, (response) => {
      const watching = toWatching(request, response, frames);
      if (response.statusCode !== 200) resolve(watching);
      let rest = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        const parts = (rest + chunk).split("\n\n");
        rest = parts.pop() ?? "";
        frames.push(...parts.map(parseFrame));
        resolve(watching);
      });
    });
    request.on("error", reject);
  });
}

function toWatching(request: ClientRequest, response: IncomingMessage, frames: Frame[]): Watching {
  let isClosed = false;
  response.on("close", () => {
    isClosed = true;
  });
  response.on("error", () => {}); // closing from our side
  return {
    status: response.statusCode,
    frames,
    kinds: () => frames.filter(({ event }) => event === "message").map(({ data }) => JSON.parse(data).kind),
    lastId: () => frames.findLast(({ id }) => id !== undefined)?.id,
    isClosed: () => isClosed,
    close: () => request.destroy(),
  };
}

function parseFrame(text: string): Frame {
  const field = (name: string) =>
    text
      .split("\n")
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  return { event: field("event") ?? "message", id: field("id"), data: field("data") ?? "" };
}
