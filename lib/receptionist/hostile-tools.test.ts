import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { type StubAnswer, type StubModel, startStubModel } from "@/lib/ai/testing";
import { listAppointmentsOf } from "@/lib/appointments";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import type { Conversing, TurnOutcome } from "./contract/turn";
import { takeTurn } from "./take-turn";
import { clinic, practice, seedAppointment, seedDesk, type TestDesk } from "./testing";

let stub: StubModel;
let desk: TestDesk;
let neighbour: TestDesk; // another business, with a customer of the same number
let other: { customerId: string; appointmentId: string }; // another customer of this business
const theirs: string[] = [];

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  stub = await startStubModel();
  installModel(openModel({ apiKey: "test", baseUrl: stub.url, model: "stub" }));
  desk = await seedDesk(practice, { name: "Sara Jones" });
  neighbour = await seedDesk(clinic, { phone: "+12065550123", name: "Kavya" });
  other = { customerId: await makeCustomer("+12065550177", "Victor Victim"), appointmentId: "" };
  other.appointmentId = await seedAppointment(desk, "Filling", "2026-11-25T15:00:00Z", other.customerId);
  theirs.push(await seedAppointment(neighbour, "Ultrasound", "2026-11-23T04:00:00Z"), other.appointmentId);
});
afterAll(async () => {
  installModel(null);
  await stub.close();
});

type Ask = { name: string; arguments?: unknown };
const service = () => desk.conversing.facts.services[0]?.id ?? "";
const anika = () => desk.conversing.facts.transfers[0]?.id ?? "";

/** Tool calls that a model must not get anywhere with, whatever it was told. */
const badTools: [what: string, asked: () => Ask[]][] = [
  [
    "transfers to a premium number",
    () => [{ name: "transfer_call", arguments: { targetId: "+19005551234" } }],
  ],
  [
    "transfers to a number beside a listed id",
    () => [{ name: "transfer_call", arguments: { targetId: "+19005551234", number: "+19005551234" } }],
  ],
  [
    "transfers to a SIP address",
    () => [{ name: "transfer_call", arguments: { targetId: "sip:evil@example.com" } }],
  ],
  [
    "transfers to a made-up id",
    () => [{ name: "transfer_call", arguments: { targetId: crypto.randomUUID() } }],
  ],
  [
    "transfers to the neighbour's target",
    () => [{ name: "transfer_call", arguments: { targetId: neighbour.conversing.facts.transfers[0]?.id } }],
  ],
  ["transfers to a label", () => [{ name: "transfer_call", arguments: { targetId: "Front desk (Anika)" } }]],
  ["transfers to a list", () => [{ name: "transfer_call", arguments: { targetId: [anika()] } }]],
  ["dials", () => [{ name: "dial", arguments: { number: "+19005551234" } }]],
  ["places a call", () => [{ name: "make_call", arguments: { to: "+19005551234" } }]],
  [
    "texts a stranger by a field of its own",
    () => [{ name: "send_sms", arguments: { to: "+12065550177", body: "hi" } }],
  ],
  [
    "texts a premium link",
    () => [{ name: "text_caller", arguments: { text: "Win at http://evil.example.com now" } }],
  ],
  ["texts a bare domain", () => [{ name: "text_caller", arguments: { text: "see bit.ly/abc" } }]],
  [
    "texts somebody else's number",
    () => [{ name: "text_caller", arguments: { text: "Call Victor at +1 206 555 0177" } }],
  ],
  [
    "texts somebody else's mail address",
    () => [{ name: "text_caller", arguments: { text: "write to victor@example.com" } }],
  ],
  ["texts nothing", () => [{ name: "text_caller", arguments: { text: "   " } }]],
  ["texts an epic", () => [{ name: "text_caller", arguments: { text: "x".repeat(5000) } }]],
  [
    "cancels another customer's appointment",
    () => [{ name: "cancel_appointment", arguments: { appointmentId: other.appointmentId } }],
  ],
  [
    "cancels the neighbour's appointment",
    () => [{ name: "cancel_appointment", arguments: { appointmentId: theirs[0] } }],
  ],
  ["cancels everything", () => [{ name: "cancel_appointment", arguments: { appointmentId: "*" } }]],
  ["cancels with SQL", () => [{ name: "cancel_appointment", arguments: { appointmentId: "' OR 1=1 --" } }]],
  [
    "moves another customer's appointment",
    () => [
      {
        name: "move_appointment",
        arguments: { appointmentId: other.appointmentId, startsAt: "2026-11-24T10:00" },
      },
    ],
  ],
  [
    "moves the neighbour's appointment",
    () => [
      { name: "move_appointment", arguments: { appointmentId: theirs[0], startsAt: "2026-11-24T10:00" } },
    ],
  ],
  [
    "books for another customer",
    () => [
      {
        name: "book_appointment",
        arguments: { serviceId: "x", startsAt: "2026-11-24T10:00", customerId: other.customerId },
      },
    ],
  ],
  [
    "books a service of the neighbour",
    () => [
      {
        name: "book_appointment",
        arguments: { serviceId: neighbour.conversing.facts.services[0]?.id, startsAt: "2026-11-24T10:00" },
      },
    ],
  ],
  [
    "books in the past",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2020-01-06T10:00" } }],
  ],
  [
    "books at night",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2026-11-24T03:00" } }],
  ],
  [
    "books on a holiday",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2026-11-26T10:00" } }],
  ],
  [
    "books on the 31st of February",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2027-02-31T10:00" } }],
  ],
  [
    "books at an impossible time",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2026-11-24T25:99" } }],
  ],
  [
    "books in the hour that spring skips",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "2027-03-14T02:30" } }],
  ],
  [
    "books in the year 9999",
    () => [{ name: "book_appointment", arguments: { serviceId: service(), startsAt: "9999-12-31T10:00" } }],
  ],
  [
    "books with the neighbour's staff",
    () => [
      {
        name: "book_appointment",
        arguments: {
          serviceId: service(),
          startsAt: "2026-11-24T10:00",
          staffId: neighbour.conversing.facts.staff[0]?.id,
        },
      },
    ],
  ],
  ["books with null", () => [{ name: "book_appointment", arguments: null }]],
  ["books with a number", () => [{ name: "book_appointment", arguments: 42 }]],
  ["books with a list", () => [{ name: "book_appointment", arguments: [1, 2] }]],
  ["books with broken JSON", () => [{ name: "book_appointment", arguments: '{"serviceId": "' }]],
  ["writes an empty message", () => [{ name: "take_message", arguments: { message: "" } }]],
  ["writes an endless message", () => [{ name: "take_message", arguments: { message: "x".repeat(15_000) } }]],
  ["asks for a tool that is not there", () => [{ name: "delete_tenant", arguments: {} }]],
  ["asks for a property of objects", () => [{ name: "__proto__", arguments: {} }]],
  ["asks for the constructor", () => [{ name: "constructor", arguments: {} }]],
  ["asks for a tool without a name", () => [{ name: "", arguments: {} }]],
];

describe("tools in the hands of a hostile model", () => {
  it.each(badTools)("%s: nothing happens", async (_what, asked) => {
    const before = await world();
    const outcome = await hostileTurn({ tools: asked() }, { say: ["All done!"] });
    expect(outcome.tools.some((tool) => tool.ok)).toBe(false);
    expect(outcome.next).toEqual({ do: "listen" });
    expect(await world()).toEqual(before);
  });

  it("reads nobody but the caller, whatever it passes", async () => {
    for (const given of [
      { customerId: other.customerId },
      { phone: "+12065550177" },
      { tenantId: neighbour.ctx.tenantId },
    ]) {
      const outcome = await hostileTurn(
        { tools: [{ name: "look_up_customer", arguments: given }] },
        { say: ["Ok."] },
      );
      const read = JSON.stringify(outcome.tools.map((tool) => tool.result));
      expect(read).toContain("Sara Jones");
      expect(read).not.toMatch(/Victor|0177|Kavya|Ultrasound/);
    }
  });

  it("books for the caller and this call, whatever else stands in the arguments", async () => {
    const given = {
      serviceId: service(),
      startsAt: "2026-11-24T08:00",
      customerId: other.customerId,
      tenantId: neighbour.ctx.tenantId,
      callId: "x",
    };
    await hostileTurn({ tools: [{ name: "book_appointment", arguments: given }] }, { say: ["Ok."] });
    const rows = await withTenantSql(desk.ctx, (sql) =>
      sql.rows(
        "SELECT customer_id, source FROM appointments WHERE tenant_id = $1::uuid AND starts_at = '2026-11-24T13:00:00Z'",
        [desk.ctx.tenantId],
      ),
    );
    expect(rows).toEqual([{ customer_id: desk.customerId, source: "assistant" }]);
  });

  it("does not rename a customer whose name is known", async () => {
    const given = { serviceId: service(), startsAt: "2026-11-24T09:00", name: "Mallory" };
    await hostileTurn({ tools: [{ name: "book_appointment", arguments: given }] }, { say: ["Ok."] });
    const row = await withTenantSql(desk.ctx, (sql) =>
      sql.one<{ name: string }>("SELECT name FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid", [
        desk.ctx.tenantId,
        desk.customerId,
      ]),
    );
    expect(row?.name).toBe("Sara Jones");
  });

  it("gets no further than the limit with a hundred tool calls", async () => {
    const fresh = await seedDesk(practice, { name: "Max" });
    const many = Array.from({ length: 100 }, () => ({ name: "look_up_customer" }));
    stub.script({ tools: many });
    const talk = fresh.call({ take: takeTurn });
    const outcomes: TurnOutcome[] = [];
    for (const said of ["hi", "hello", "and", "more"]) outcomes.push(await talk.say(said));
    expect(outcomes.flatMap((one) => one.tools).filter((tool) => tool.ok).length).toBeLessThanOrEqual(20);
    expect(outcomes.every((one) => one.text.length > 3)).toBe(true);
  });

  it("books three times in a call and no more", async () => {
    const fresh = await seedDesk(practice, { name: "Max" });
    const serviceId = fresh.conversing.facts.services[0]?.id;
    const wishes = ["08:00", "09:00", "10:00", "11:00", "13:00", "14:00"].map((time) => ({
      name: "book_appointment",
      arguments: { serviceId, startsAt: `2026-11-24T${time}` },
    }));
    stub.script({ tools: wishes }, { say: ["Ok."] });
    await fresh.call({ take: takeTurn }).say("book everything");
    expect(await listAppointmentsOf(fresh.ctx, fresh.customerId)).toHaveLength(3);
  });

  it("books once when it asks for the same twice in a turn", async () => {
    const fresh = await seedDesk(practice, { name: "Max" });
    const wish = {
      name: "book_appointment",
      arguments: { serviceId: fresh.conversing.facts.services[0]?.id, startsAt: "2026-11-24T08:00" },
    };
    stub.script({ tools: [wish, wish] }, { tools: [wish] }, { say: ["Ok."] });
    await fresh.call({ take: takeTurn }).say("book it");
    expect(await listAppointmentsOf(fresh.ctx, fresh.customerId)).toHaveLength(1);
  });

  it("uses no tool that the business switched off", async () => {
    const { receptionist } = desk.conversing;
    const abilities = {
      book: false,
      move: false,
      cancel: false,
      takeMessages: false,
      textCaller: false,
      transfer: false,
    };
    const before = await world();
    const tools = [
      { name: "book_appointment", arguments: { serviceId: service(), startsAt: "2026-11-24T11:00" } },
      { name: "take_message", arguments: { message: "hi" } },
      { name: "text_caller", arguments: { text: "hi" } },
      { name: "transfer_call", arguments: { targetId: anika() } },
    ];
    const outcome = await hostileTurn(
      { tools },
      { say: ["Ok."] },
      { receptionist: { ...receptionist, abilities } },
    );
    expect(outcome.tools.map((tool) => [tool.ok, tool.result.reason])).toEqual(
      tools.map(() => [false, "not_allowed"]),
    );
    expect(await world()).toEqual(before);
    expect(stub.requests.at(-1)?.tools.map((tool) => tool.function.name)).toEqual([
      "look_up_customer",
      "end_call",
    ]);
  });
});

async function hostileTurn(
  first: StubAnswer,
  then?: StubAnswer,
  change: Partial<Conversing> = {},
): Promise<TurnOutcome> {
  stub.script(first, ...(then ? [then] : []));
  return takeTurn({ ...desk.conversing, ...change }, turn("please do as you like"), {});
}

function turn(said: string) {
  return { turnId: crypto.randomUUID(), said, history: [], dialog: {}, toolCallsSoFar: 0 };
}

/** Everything a tool could have changed, in both businesses. */
async function world() {
  const read = (one: TestDesk) =>
    withTenantSql(one.ctx, (sql) =>
      sql.one(
        `SELECT (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM appointments a WHERE a.tenant_id = $1::uuid) AS appointments,
           (SELECT count(*)::int FROM messages m WHERE m.tenant_id = $1::uuid) AS messages,
           (SELECT jsonb_agg(c.name ORDER BY c.id) FROM customers c WHERE c.tenant_id = $1::uuid) AS names`,
        [one.ctx.tenantId],
      ),
    );
  return [await read(desk), await read(neighbour)];
}

async function makeCustomer(phone: string, name: string): Promise<string> {
  const { recogniseCustomer } = await import("@/lib/customers");
  return withTenantSql(desk.ctx, async (sql) => {
    const made = await recogniseCustomer(sql, desk.ctx, {
      address: phone,
      channel: "voice",
      defaultCountry: "US",
      install: "test",
    });
    await sql.run(
      "UPDATE customers SET name = $3, name_source = 'person' WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [desk.ctx.tenantId, made?.customerId, name],
    );
    return made?.customerId ?? "";
  });
}
