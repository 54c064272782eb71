import { createServer as createHttpServer, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { TenantId } from "@/lib/kernel/ids";
import { emit, type Live, startLive } from ".";
import { type Announcement, announcementChannel, packNotes, readAnnouncement } from "./announce";
import { makeBareTenant, recordEvents, watchStream } from "./testing";

const report = vi.fn();
let tenantId: TenantId;
let live: Live;
let server: Server;
let url: string;

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  tenantId = await makeBareTenant();
  server = createHttpServer((request, response) => void live.open(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.closeAllConnections());

async function begin(redisUrl?: string) {
  const viewer = { tenantId, userId: "ann", sessionId: "1" };
  live = await startLive({
    gate: { recognise: async () => viewer, findEnded: async () => new Set() },
    ...{ redisUrl, report },
  });
  onTestFinished(() => live.stop());
  const watching = await watchStream(url);
  onTestFinished(() => watching.close());
  return watching;
}

/** An event row that this process heard nothing of. */
function insertElsewhere(kind: string): Promise<number> {
  return unsafePlatformSql("another process commits", (sql) =>
    sql.run(
      "INSERT INTO events (tenant_id, kind, subject, data, actor_kind) VALUES ($1::uuid, $2, '{}', '{}', 'system')",
      [tenantId, kind],
    ),
  );
}

function announceFrom(from: string, note: Partial<Announcement>): string {
  return JSON.stringify({ from, tenants: [], signals: [], ended: [], ...note });
}

function notify(payload: string): Promise<number> {
  return unsafePlatformSql("another process announces", (sql) =>
    sql.run("SELECT pg_notify($1, $2)", [announcementChannel, payload]),
  );
}

test("what another process commits and announces arrives at once", async () => {
  const watching = await begin();
  await insertElsewhere("elsewhere.happened");
  await notify(announceFrom("another process", { tenants: [tenantId] }));
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["elsewhere.happened"]), 1_000);
  await notify("nonsense");
  await notify(announceFrom("another process", { ended: [{ userId: "ann" }] }));
  await vi.waitFor(() => expect(watching.isClosed()).toBe(true), 1_000);
});

test("after its connection broke the stream connects again and misses nothing", async () => {
  const watching = await begin();
  await unsafePlatformSql("a test breaks the connection", (sql) =>
    sql.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'trunkline live' AND datname = current_database()",
    ),
  );
  await insertElsewhere("meanwhile.happened");
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["meanwhile.happened"]), 3_000);
  expect(report).toHaveBeenCalled();
});

test("a screen that does not read is cut off instead of filling the process", async () => {
  const watching = await begin();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const response = await openWithoutReading(resolve);
  const ctx = { tenantId, actor: { kind: "assistant" }, clock: systemClock, requestId: "t" } as const;
  const data = { word: "x".repeat(200_000) };
  for (let index = 0; index < 60; index += 1) {
    await withTenantSql(ctx, (sql) => emit(sql, ctx, { kind: "large.happened", subject: {}, data }));
  }
  await closed;
  await vi.waitFor(() => expect(watching.kinds()).toHaveLength(60), 5_000);
  response.destroy();
});

/** A client that never reads what it is sent; `onCut` is called when the server gives up on it. */
function openWithoutReading(onCut: () => void): Promise<Socket> {
  return new Promise((resolve) => {
    server.once("connection", (socket: Socket) => socket.once("close", onCut));
    import("node:net").then(({ connect }) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
        socket.pause().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        resolve(socket);
      });
      socket.on("error", () => {});
    });
  });
}

test("with Redis, processes announce through it", async () => {
  const redis = await playRedis();
  const watching = await begin(redis.url);
  const ctx = { tenantId, actor: { kind: "assistant" }, clock: systemClock, requestId: "t" } as const;
  await withTenantSql(ctx, (sql) => emit(sql, ctx, { kind: "ours.happened", subject: {} }));
  await vi.waitFor(() => expect(redis.published()).toEqual([expect.stringContaining(tenantId)]));
  await insertElsewhere("theirs.happened");
  redis.publish(announceFrom("another process", { tenants: [tenantId] }));
  await vi.waitFor(() => expect(watching.kinds()).toEqual(["ours.happened", "theirs.happened"]), 1_000);
});

/** As much of Redis as announcements need: RESP2, PUBLISH and SUBSCRIBE. */
async function playRedis() {
  const published: string[] = [];
  const subscribers = new Set<Socket>();
  const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
  const answer = (socket: Socket, [command = "", first = "", second = ""]: string[]): string => {
    if (command === "PUBLISH") return `:${published.push(second)}\r\n`;
    if (command.toUpperCase() !== "SUBSCRIBE") return "+OK\r\n";
    subscribers.add(socket);
    return `*3\r\n${bulk("subscribe")}${bulk(first)}:1\r\n`;
  };
  const fake = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      for (const command of bytes.toString().split(/(?=\*\d+\r\n\$)/)) {
        socket.write(
          answer(
            socket,
            command.split("\r\n").filter((_, index) => index > 0 && index % 2 === 0),
          ),
        );
      }
    });
  });
  await new Promise<void>((resolve) => fake.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void fake.close());
  return {
    url: `redis://127.0.0.1:${(fake.address() as AddressInfo).port}`,
    published: () => published,
    publish: (text: string) => {
      for (const socket of subscribers) {
        socket.write(`*3\r\n${bulk("message")}${bulk(announcementChannel)}${bulk(text)}`);
      }
    },
  };
}

test("announcements are packed into payloads that PostgreSQL takes, without repeating a tenant", () => {
  const tenants = Array.from(
    { length: 600 },
    (_, index) => `00000000-0000-7000-8000-${String(index % 400).padStart(12, "0")}`,
  );
  const packed = packNotes(tenants.map((id) => ({ tenants: [id as TenantId] })));
  expect(packed.every((payload) => payload.length < 8_000)).toBe(true);
  expect(packed.flatMap((payload) => readAnnouncement(payload)?.tenants)).toEqual(tenants.slice(0, 400));
});
