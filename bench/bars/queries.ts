import pg from "pg";
import { findCustomers } from "@/lib/customers";
import { FindCustomers } from "@/lib/customers/schema";
import { database } from "@/lib/db";
import { listEntries, listInbox } from "@/lib/inbox";
import { InboxFilter } from "@/lib/inbox/schema";
import type { Ctx } from "@/lib/kernel/context";
import { isId, newId } from "@/lib/kernel/ids";
import { receiveText, writeNote } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { saturate } from "../harness/measure";

const conversations = 60;
const connections = 8;
const few = 5;
const many = 50;

/** Bar 7: the hot verbs against the very statements that they run, on prepared `pg` without tenant, policies and shape. */
export const queryBars: readonly Bar[] = [
  {
    name: "7",
    title:
      "hot queries through our data layer, 8 at a time, per second; statements more for 50 rows than for 5",
    floorTitle: "their statements on prepared pg, as the owner",
    seconds: 4,
    promises: [
      ...["list", "thread", "find", "insert"].map(
        (figure) => ({ figure, as: "ratio", be: "at least", reach: 0.5, stretch: 0.8, unit: "/s" }) as const,
      ),
      { figure: "more statements", as: "value", be: "at most", reach: 0, unit: "" },
    ],
    open: openQueries,
  },
];

type Deeds = Readonly<Record<string, () => Promise<unknown>>>;

async function openQueries(world: World): Promise<Contest> {
  const { ctx, conversationId } = await seed();
  const list = (limit: number) => listInbox(ctx, InboxFilter.parse({ limit }));
  const thread = (limit: number) => listEntries(ctx, { conversationId, limit });
  const deeds: Deeds = {
    list: () => list(30),
    thread: () => thread(many),
    find: () => findCustomers(ctx, FindCustomers.parse({ address: "(415) 555-0100" })),
    insert: () => writeNote(ctx, { conversationId, body: "Called back, wants Friday." }),
  };
  const pool = new pg.Pool({ connectionString: world.ownerUrl, max: connections });
  const replays: [string, () => Promise<void>][] = [];
  for (const [name, deed] of Object.entries(deeds)) replays.push([name, await replayOf(pool, deed)]);
  const counts = async (read: (limit: number) => Promise<unknown>) =>
    (await record(() => read(many))).length - (await record(() => read(few))).length;
  const growth = (await counts(list)) + (await counts(thread));
  return {
    floor: (seconds) => rates(Object.fromEntries(replays), seconds),
    subject: async (seconds) => ({ ...(await rates(deeds, seconds)), "more statements": growth }),
    close: () => pool.end(),
  };
}

async function seed(): Promise<{ ctx: Ctx; conversationId: string }> {
  const tenant = await seedTenant();
  const { e164 } = await seedNumber(tenant);
  const write = (caller: number) => {
    const from = `+1415555${String(caller).padStart(4, "0")}`;
    return receiveText(carrierOf(tenant), inboundText(e164, { from, fromPhone: from }));
  };
  for (let index = 1; index <= conversations; index += 1) await write(100 + index);
  for (let index = 1; index < many; index += 1) await write(100);
  const last = await write(100);
  if (last.outcome !== "stored") throw new Error(last.outcome);
  return { ctx: tenant.ctx, conversationId: last.conversationId };
}

async function rates(deeds: Deeds, seconds: number): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const [name, send] of Object.entries(deeds))
    figures[name] = await saturate({ connections, seconds: seconds / Object.keys(deeds).length, send });
  return figures;
}

type Statement = { name: string; text: string; values: unknown[] };

/** The prepared statements that a verb sends; what begins and ends its transaction is not among them. */
async function record(deed: () => Promise<unknown>): Promise<Statement[]> {
  const { pool } = database().app;
  const statements: Statement[] = [];
  const client = await pool.connect();
  const query: (...given: unknown[]) => unknown = client.query;
  // The connection is idle and the newest one given back is taken first, so that the verb gets this very one.
  client.query = ((...given: unknown[]) => {
    if (isStatement(given[0])) statements.push(given[0]);
    return query.apply(client, given);
  }) as typeof client.query;
  client.release();
  try {
    await deed();
  } finally {
    client.query = query as typeof client.query;
  }
  if (statements.length === 0) throw new Error("The verb took another connection, or asked nothing.");
  return statements;
}

function isStatement(given: unknown): given is Statement {
  return typeof given === "object" && given !== null && "values" in given && "name" in given;
}

/** Does the same again and again on bare `pg`: reads one by one, writes in one transaction with ids of their own. */
async function replayOf(pool: pg.Pool, deed: () => Promise<unknown>): Promise<() => Promise<void>> {
  const first = await record(deed);
  const second = await record(deed);
  const isWriting = first.some(({ text }) => /^\s*(INSERT|UPDATE|WITH)/.test(text));
  return async () => {
    const client = await pool.connect();
    const fresh = new Map<unknown, string>();
    if (isWriting) await client.query("BEGIN");
    for (const [index, { name, text, values }] of first.entries()) {
      const own = values.map((value, place) => renew(value, second[index]?.values[place], fresh));
      await client.query({ name, text, values: own });
    }
    if (isWriting) await client.query("COMMIT");
    client.release();
  };
}

/** An id that was another one the second time was made by the verb, so each replay makes its own. */
function renew(value: unknown, other: unknown, fresh: Map<unknown, string>): unknown {
  if (typeof value !== "string" || value === other || !isId(value)) return value;
  const known = fresh.get(value) ?? newId();
  fresh.set(value, known);
  return known;
}
