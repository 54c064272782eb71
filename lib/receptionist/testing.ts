import { bookAppointment, listAppointmentsOf } from "@/lib/appointments";
import { joinConversation } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { type FixedClock, fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { type Id, newId } from "@/lib/kernel/ids";
import { seedTenant } from "@/lib/tenants/testing";
import type { Conversing, Dialog, Said, TurnHooks, TurnInput, TurnOutcome } from "./contract/turn";
import { loadReceptionist } from "./settings/load-receptionist";
import { takeOfflineTurn } from "./take-offline-turn";

type Business = {
  name: string;
  country: string;
  timezone: string;
  languages: string[];
  facts: string;
  address: string;
  services: [name: string, minutes: number, priceMinor: number | null, description: string][];
  staff: string[];
  hours: [weekdays: number[], opensAt: string, closesAt: string][];
  holidays: [day: string, reason: string][];
  answers: [question: string, answer: string][];
  transfers: [label: string, e164: string, isEmergency: boolean][];
};

/** A dental practice; on the tests' clock it is Friday, 20 November 2026, 10:00 in New York, and it is open until 15:00. */
export const practice: Business = {
  ...{ name: "Riverside Dental", country: "US", timezone: "America/New_York", languages: ["en-US", "es-US"] },
  facts:
    "We take cards and cash. New patients come ten minutes early. The entrance has a ramp for wheelchairs.",
  address: "214 River Street, Suite 2, Hoboken",
  services: [
    ["Cleaning", 45, 120_00, "Check-up, scaling and polish"],
    ["New patient exam", 60, 95_00, "Full examination with X-rays"],
    ["Filling", 45, 180_00, "Tooth-coloured filling"],
    ["Whitening", 60, null, "In-practice whitening"],
  ],
  staff: ["Dr. Patel", "Dr. Nguyen"],
  hours: [
    [[1, 2, 3, 4], "08:00", "17:00"],
    [[5], "08:00", "15:00"],
  ],
  holidays: [
    ["2026-11-26", "Thanksgiving"],
    ["2026-12-25", "Christmas Day"],
  ],
  answers: [
    ["Do you take insurance?", "We take most PPO plans, such as Delta Dental and Cigna."],
    ["Is there parking?", "Yes, parking is free behind the building."],
    ["Do you see children?", "Yes, from age three on."],
    ["How do I cancel?", "Call or text us up to 24 hours before."],
  ],
  transfers: [
    ["Front desk (Anika)", "+12015550110", false],
    ["Practice owner (Olivia)", "+12015550111", false],
    ["After-hours dentist", "+12015550147", true],
  ],
};

/** A clinic in Bengaluru; on the tests' clock it is Friday, 20:30, after closing. */
export const clinic: Business = {
  ...{ name: "Pragati Clinic", country: "IN", timezone: "Asia/Kolkata", languages: ["en-IN", "hi-IN"] },
  facts: "UPI, cards and cash are accepted. Lab reports are ready after 6 in the evening.",
  address: "12 Residency Road, Bengaluru",
  services: [
    ["General consultation", 15, 500_00, "With the physician on duty"],
    ["Child vaccination", 15, 350_00, "Vaccine charged separately"],
    ["Ultrasound", 30, 1500_00, "Fasting for four hours"],
  ],
  staff: ["Dr. Rao", "Dr. Iyer"],
  hours: [
    [[1, 2, 3, 4, 5], "09:00", "13:00"],
    [[1, 2, 3, 4, 5], "16:00", "20:00"],
    [[6], "09:00", "13:00"],
  ],
  holidays: [["2027-01-26", "Republic Day"]],
  answers: [
    ["What are the consultation fees?", "A general consultation is 500 rupees."],
    ["Do I need to fast for the ultrasound?", "Yes, please do not eat for four hours before."],
  ],
  transfers: [["Clinic manager (Priya)", "+919845012346", false]],
};

/** The moment at which tests talk. */
export const testMoment = "2026-11-20T15:00:00Z";

/** A business in the database with a caller, ready to be talked to. */
export type TestDesk = {
  ctx: Ctx;
  clock: FixedClock;
  customerId: Id;
  conversationId: Id;
  conversing: Conversing;
  /** Begins a call; every line goes through `take`, offline unless another is given. */
  call(options?: CallOptions): TestCall;
};

type CallOptions = {
  take?: (conversing: Conversing, input: TurnInput, hooks: TurnHooks) => Promise<TurnOutcome>;
  change?: Partial<Conversing>;
};

export type TestCall = {
  say(said: string): Promise<TurnOutcome>;
  readonly history: Said[];
  readonly outcomes: TurnOutcome[];
};

/** Writes a business and a caller into the test database. */
export async function seedDesk(
  business: Business = practice,
  caller: { phone?: string; name?: string | null } = {},
): Promise<TestDesk> {
  const seeded = await seedTenant({
    name: business.name,
    country: business.country,
    timezone: business.timezone,
  });
  const clock = fixedClock(testMoment);
  const ctx: Ctx = { ...seeded.ctx, clock, actor: { kind: "assistant" } };
  await writeBusiness(ctx, business);
  const phone = caller.phone ?? (business.country === "IN" ? "+919876543210" : "+12065550123");
  const { customerId, conversationId } = await writeCaller(
    ctx,
    phone,
    business.country,
    seeded.teamId,
    caller.name ?? null,
  );
  const loaded = await withTenantSql(ctx, (sql) => loadReceptionist(sql, ctx, null));
  const conversing: Conversing = {
    ...loaded,
    ...{ ctx, callId: newId(), conversationId, channel: "call", isRehearsal: false },
    caller: { customerId, address: phone, name: caller.name ?? null },
  };
  return {
    ctx,
    clock,
    customerId,
    conversationId,
    conversing,
    call: (options) => beginCall(conversing, options),
  };
}

function beginCall(base: Conversing, { take = takeOfflineTurn, change = {} }: CallOptions = {}): TestCall {
  const conversing = { ...base, callId: newId(), ...change };
  const history: Said[] = [];
  const outcomes: TurnOutcome[] = [];
  let dialog: Dialog = {};
  return {
    history,
    outcomes,
    say: async (said) => {
      const toolCallsSoFar = outcomes.reduce((sum, one) => sum + one.tools.length, 0);
      const outcome = await take(
        conversing,
        { turnId: newId(), said, history: [...history], dialog, toolCallsSoFar },
        {},
      );
      dialog = JSON.parse(JSON.stringify(outcome.dialog));
      history.push({ speaker: "caller", text: said }, { speaker: "assistant", text: outcome.text });
      outcomes.push(outcome);
      return outcome;
    },
  };
}

async function writeBusiness(ctx: Ctx, business: Business): Promise<void> {
  const { tenantId } = ctx;
  const locale = business.languages[0] ?? "en-US";
  const currency = business.country === "IN" ? "INR" : "USD";
  await withTenantSql(ctx, async (sql) => {
    const insert = (table: string, columns: string, values: unknown[]) =>
      sql.run(
        `INSERT INTO ${table} (tenant_id, id, ${columns}) VALUES ($1::uuid, $2::uuid, ${values.map((_, index) => `$${index + 3}`).join(", ")})`,
        [tenantId, newId(), ...values],
      );
    await insert("receptionists", "name, persona, greeting, languages, facts, address", [
      ...["Ava", "Warm and exact.", `${business.name}, this is Ava. How can I help?`],
      ...[business.languages, business.facts, business.address],
    ]);
    for (const [index, [name, minutes, price, description]] of business.services.entries())
      await insert("services", "name, minutes, price_minor, description, position", [
        name,
        minutes,
        price,
        description,
        index,
      ]);
    for (const [index, name] of business.staff.entries())
      await insert("staff", "name, position", [name, index]);
    for (const [weekdays, opensAt, closesAt] of business.hours)
      for (const weekday of weekdays)
        await insert("opening_hours", "weekday, opens_at, closes_at", [weekday, opensAt, closesAt]);
    for (const [day, reason] of business.holidays)
      await insert("day_overrides", "day, reason", [day, reason]);
    for (const [index, [question, answer]] of business.answers.entries())
      await insert("known_answers", "question, answer, position", [question, answer, index]);
    for (const [index, [label, e164, isEmergency]] of business.transfers.entries())
      await insert("transfer_targets", "label, e164, is_emergency, position", [
        label,
        e164,
        isEmergency,
        index,
      ]);
  });
  await setTenant(ctx, locale, currency);
}

async function setTenant(ctx: Ctx, locale: string, currency: string): Promise<void> {
  await unsafePlatformSql("builds a tenant for a test", (sql) =>
    sql.run("UPDATE tenants SET locale = $2, currency = $3 WHERE id = $1::uuid", [
      ctx.tenantId,
      locale,
      currency,
    ]),
  );
}

async function writeCaller(ctx: Ctx, address: string, country: string, teamId: Id, name: string | null) {
  return withTenantSql(ctx, async (sql) => {
    const customer = await recogniseCustomer(sql, ctx, {
      address,
      channel: "voice",
      defaultCountry: country,
      install: "test",
    });
    if (!customer) throw new Error("The test's caller has no number.");
    if (name)
      await sql.run(
        "UPDATE customers SET name = $3, name_source = 'person' WHERE tenant_id = $1::uuid AND id = $2::uuid",
        [...[ctx.tenantId, customer.customerId, name]],
      );
    const { conversationId } = await joinConversation(sql, ctx, {
      ...{ customerId: customer.customerId, teamId, ticketMode: "new_thread", priority: "normal" },
      assignee: { kind: "nobody" },
    });
    return { customerId: customer.customerId, conversationId };
  });
}

/** Books a time for a customer behind the receptionist's back; returns the appointment. */
export async function seedAppointment(
  desk: TestDesk,
  service: string,
  startsAt: string,
  customerId = desk.customerId,
): Promise<Id> {
  const { facts } = desk.conversing;
  const outcome = await bookAppointment(desk.ctx, {
    ...{ customerId, startsAt: new Date(startsAt), source: "member" },
    ...{
      serviceId: facts.services.find((one) => one.name === service)?.id ?? "",
      staffId: facts.staff[0]?.id ?? "",
    },
  });
  if (!outcome.ok) throw new Error(`The test could not book: ${outcome.reason}`);
  return outcome.appointment.id;
}

/** The caller's appointments as one line each, "Cleaning 2026-11-24T15:00:00.000Z". */
export async function appointmentsOf(desk: TestDesk): Promise<string[]> {
  const all = await listAppointmentsOf(desk.ctx, desk.customerId);
  return all.map((one) => `${one.serviceName} ${one.startsAt}`);
}
