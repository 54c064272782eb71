import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { seedSession } from "@/lib/auth/testing";
import { testDatabase } from "@/lib/db/testing";
import type { Live } from "@/lib/events";
import { watchStream } from "@/lib/events/testing";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { openLive } from "@/lib/wiring/live";
import { deliver, textFields } from "./testing";

const Told = z.object({ kind: z.literal("message.received"), subject: z.object({ messageId: z.string() }) });

let tenant: SeededTenant;
let other: SeededTenant;
let number: string;
let live: Live;
let server: Server;
let url: string;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  [tenant, other] = await Promise.all([seedTenant(), seedTenant()]);
  number = (await seedNumber(tenant)).e164;
  live = await openLive();
  server = createServer((request, response) => void live.open(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/api/stream`;
});

afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
});

async function watchAs(seeded: SeededTenant, headers: Record<string, string> = {}) {
  const { cookie } = await seedSession(seeded.owner);
  const watching = await watchStream(url, { cookie, ...headers });
  onTestFinished(() => watching.close());
  return watching;
}

const text = () => deliver({ path: `/api/twilio/${tenant.slug}/sms`, fields: textFields(number) });
const received = (kinds: string[]) => kinds.filter((kind) => kind === "message.received").length;

test("a text stands on every open screen of its tenant within a second of the answer, and on nobody else's", async () => {
  const [screen, foreign] = await Promise.all([watchAs(tenant), watchAs(other)]);
  const count = 20;
  for (let index = 1; index <= count; index += 1) {
    expect((await text()).status).toBe(200);
    const seen = () => expect(received(screen.kinds())).toBe(index);
    await vi.waitFor(seen, { timeout: 1_000, interval: 5 });
  }
  expect(foreign.kinds()).toEqual([]);
});

test("a screen that was away catches up with each text once, in order, and then goes on", async () => {
  const before = await watchAs(tenant);
  await text();
  await vi.waitFor(() => expect(received(before.kinds())).toBe(1));
  const position = before.lastId() ?? "";
  before.close();
  for (let index = 0; index < 5; index += 1) await text();
  const after = await watchAs(tenant, { "last-event-id": position });
  await vi.waitFor(() => expect(received(after.kinds())).toBe(5));
  await text();
  await vi.waitFor(() => expect(received(after.kinds())).toBe(6));
  const told = after.frames.flatMap(({ data }) => Told.safeParse(JSON.parse(data || "{}")).data ?? []);
  const ids = told.map(({ subject }) => subject.messageId);
  expect(ids).toEqual([...new Set(ids)].sort()); // ids of messages grow with time
});
