import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { recordEvents } from "@/lib/events/testing";
import { newId } from "@/lib/kernel/ids";
import { seedTenant } from "@/lib/tenants/testing";
import {
  isOpenAt,
  loadReceptionist,
  readDesk,
  rehearse,
  removeReceptionist,
  saveAnswers,
  saveOffers,
  saveOpening,
  saveReceptionist,
  saveTargets,
} from ".";
import { OpeningTimes } from "./schema";
import { practice, seedAppointment, seedDesk, type TestDesk } from "./testing";

let desk: TestDesk;

beforeAll(async () => {
  await testDatabase();
  recordEvents();
  installModel(null);
});
beforeEach(async () => {
  desk = await seedDesk(practice);
});

const load = (numberId: string | null = null) =>
  withTenantSql(desk.ctx, (sql) => loadReceptionist(sql, desk.ctx, numberId));

async function addNumber(carrier = "twilio"): Promise<string> {
  const id = newId();
  await withTenantSql(desk.ctx, (sql) =>
    sql.run(
      "INSERT INTO numbers (tenant_id, id, e164, carrier, label) VALUES ($1::uuid, $2::uuid, $4, $3, 'Line 2')",
      [...[desk.ctx.tenantId, id, carrier, carrier === "twilio" ? "+12065550188" : "+917971540188"]],
    ),
  );
  return id;
}

describe("a receptionist", () => {
  it("is a friendly one named after the business until somebody shapes one", async () => {
    const { ctx } = await seedTenant({ name: "Corner Shop" });
    const { receptionist, facts } = await withTenantSql(ctx, (sql) => loadReceptionist(sql, ctx, null));
    expect(receptionist).toMatchObject({
      greeting: "Thank you for calling Corner Shop. How can I help?",
      talk: "gather",
      limits: { toolCalls: 20 },
    });
    expect(facts).toMatchObject({ services: [], hours: [], answers: [], transfers: [] });
  });

  it("is the number's own where it has one, else the tenant's", async () => {
    const numberId = await addNumber();
    const { settings } = await readDesk(desk.ctx, {});
    await saveReceptionist(desk.ctx, { ...settings, numberId, name: "Nora" });
    expect((await load(numberId)).receptionist).toMatchObject({ name: "Nora", numberId });
    expect((await load()).receptionist.name).toBe("Ava");
    expect(await readDesk(desk.ctx, { numberId })).toMatchObject({
      isOwn: true,
      numbers: [{ id: numberId, hasOwn: true }],
    });
    await removeReceptionist(desk.ctx, { numberId });
    await removeReceptionist(desk.ctx, { numberId });
    expect(await readDesk(desk.ctx, { numberId })).toMatchObject({ isOwn: false, settings: { name: "Ava" } });
  });

  it("cannot stream words on a number whose carrier does not, and says what to do", async () => {
    const numberId = await addNumber("vobiz");
    const { settings, talkChoices } = await readDesk(desk.ctx, { numberId });
    expect(talkChoices.relay.isPossible).toBe(false);
    const relay = { ...settings, numberId, talk: "relay" as const };
    await expect(saveReceptionist(desk.ctx, relay)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("get a number of Twilio first"),
      details: { errors: [{ in: "body", field: "talk" }] },
    });
    expect((await load(numberId)).receptionist.talk).toBe("gather");
    await addNumber();
    await saveReceptionist(desk.ctx, { ...relay, numberId: null }); // all numbers: one of them can
    expect((await load()).receptionist.talk).toBe("relay");
  });

  it("streams sound only where there is a realtime model, and keeps what was chosen before", async () => {
    const { apiKey, baseUrl, realtimeModel } = env.openai;
    const { settings } = await readDesk(desk.ctx, {});
    const stream = { ...settings, numberId: null, talk: "stream" as const };
    Object.assign(env.openai, { apiKey: "test", baseUrl: "http://model.test/v1", realtimeModel: null });
    await expect(saveReceptionist(desk.ctx, stream)).rejects.toThrow(/no realtime model/);
    Object.assign(env.openai, { realtimeModel: "some" });
    await saveReceptionist(desk.ctx, stream);
    Object.assign(env.openai, { apiKey, baseUrl, realtimeModel });
    await saveReceptionist(desk.ctx, { ...stream, name: "Nora" });
    expect((await load()).receptionist).toMatchObject({ name: "Nora", talk: "stream" });
  });

  it("saves and reads what was saved, twice", async () => {
    const before = await readDesk(desk.ctx, {});
    const limits = { ...before.settings.limits, turns: 12 };
    const change = {
      ...before.settings,
      name: "Nora",
      languages: ["hi-IN"],
      limits,
      talk: "relay" as const,
      numberId: null,
    };
    const [one, two] = [await saveReceptionist(desk.ctx, change), await saveReceptionist(desk.ctx, change)];
    expect(one).toEqual(two);
    expect((await readDesk(desk.ctx, {})).settings).toMatchObject({
      name: "Nora",
      languages: ["hi-IN"],
      limits,
      talk: "relay",
    });
  });

  it("of another tenant's number is not there", async () => {
    const other = await seedDesk(practice);
    const numberId = await addNumber();
    const { settings } = await readDesk(desk.ctx, {});
    await expect(readDesk(other.ctx, { numberId })).rejects.toMatchObject({ code: "not_found" });
    await expect(saveReceptionist(other.ctx, { ...settings, numberId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeReceptionist(other.ctx, { numberId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what it knows", () => {
  it("replaces answers in their order", async () => {
    const answers = ["Second?", "First?"].map((question) => ({ id: newId(), question, answer: "Yes." }));
    await saveAnswers(desk.ctx, { answers });
    expect((await load()).facts.answers).toEqual(
      answers.map(({ question, answer }) => ({ question, answer })),
    );
  });

  it("archives a service that appointments were made for, and brings it back", async () => {
    await seedAppointment(desk, "Cleaning", "2026-11-24T15:00:00Z");
    const { offers } = await readDesk(desk.ctx, {});
    const services = offers.services.filter((one) => one.name !== "Cleaning");
    await saveOffers(desk.ctx, { ...offers, services });
    expect((await load()).facts.services.map((one) => one.name)).toEqual([
      "New patient exam",
      "Filling",
      "Whitening",
    ]);
    await saveOffers(desk.ctx, offers);
    expect((await load()).facts.services[0]?.name).toBe("Cleaning");
  });

  it("keeps transfer numbers in one spelling and refuses those that cost a fortune", async () => {
    const target = { id: newId(), label: "Olivia", memberId: null, isEmergency: false };
    await saveTargets(desk.ctx, { targets: [{ ...target, e164: "(201) 555-0123" }] });
    expect((await readDesk(desk.ctx, {})).targets).toEqual([{ ...target, e164: "+12015550123" }]);
    for (const e164 of ["1-900-555-1234", "not a number", null]) {
      await expect(saveTargets(desk.ctx, { targets: [{ ...target, e164 }] })).rejects.toMatchObject({
        ...{ code: "invalid_input", details: { errors: [{ field: "targets.0.e164" }] } },
      });
    }
    const { owner } = await seedTenant();
    await expect(
      saveTargets(desk.ctx, { targets: [{ ...target, e164: null, memberId: owner.memberId }] }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("saves the week and special days", async () => {
    const opening = {
      weekly: [{ weekday: 6, opensAt: "10:00", closesAt: "24:00" }],
      days: [{ day: "2026-12-24", opensAt: "08:00", closesAt: "12:00", reason: "Christmas Eve" }],
    };
    await saveOpening(desk.ctx, opening);
    expect((await readDesk(desk.ctx, {})).opening).toEqual(opening);
    const { facts } = await load();
    expect(
      ["2026-11-21T16:00:00Z", "2026-11-22T04:59:00Z", "2026-11-23T16:00:00Z", "2026-12-24T14:00:00Z"].map(
        (at) => isOpenAt(facts, new Date(at)),
      ),
    ).toEqual([...[true, true, false, true]]);
  });

  it.each([
    { weekly: [{ weekday: 1, opensAt: "10:00", closesAt: "09:00" }], days: [] },
    { weekly: [{ weekday: 1, opensAt: "9:00", closesAt: "10:00" }], days: [] },
    {
      weekly: [
        { weekday: 1, opensAt: "08:00", closesAt: "12:00" },
        { weekday: 1, opensAt: "11:00", closesAt: "13:00" },
      ],
      days: [],
    },
    { weekly: [], days: [{ day: "2026-12-24", opensAt: "08:00", closesAt: null, reason: "" }] },
  ])("refuses hours that cannot be: %j", (opening) => {
    expect(OpeningTimes.safeParse(opening).success).toBe(false);
  });

  it("a business that never said when it is open counts as open", async () => {
    await saveOpening(desk.ctx, { weekly: [], days: [] });
    const { facts } = await load();
    expect(isOpenAt(facts, new Date("2026-11-22T08:00:00Z"))).toBe(true);
  });

  it("of another tenant stays what it is", async () => {
    const other = await seedDesk(practice);
    const before = await readDesk(other.ctx, {});
    const theirs = before.offers.services.map((service) => ({ ...service, name: "Mine now" }));
    await saveOffers(desk.ctx, { services: theirs, staff: [] });
    await saveAnswers(desk.ctx, { answers: before.answers.map((one) => ({ ...one, answer: "Mine now" })) });
    await saveTargets(desk.ctx, { targets: [] });
    await saveOpening(desk.ctx, { weekly: [], days: [] });
    expect(await readDesk(other.ctx, {})).toEqual(before);
  });
});

describe("the try-it chat", () => {
  it("talks with what stands in the form", async () => {
    const draft = { address: "1 New Street" };
    const reply = await rehearse(desk.ctx, {
      ...{ numberId: null, said: "where are you?", history: [], dialog: {}, toolCallsSoFar: 0 },
      ...{ draft, knowledge: {} },
    });
    expect(reply).toMatchObject({
      text: "You find us at 1 New Street.",
      source: "offline",
      next: { do: "listen" },
    });
  });

  it("knows the lists as they stand in the form, and offers nobody who cannot be reached", async () => {
    const { offers, targets, opening } = await readDesk(desk.ctx, {});
    const services = offers.services.map((one) => ({
      ...one,
      priceMinor: one.name === "Cleaning" ? 133_00 : 1,
    }));
    const knowledge = {
      offers: { ...offers, services },
      opening,
      answers: { answers: [{ id: newId(), question: "Is there parking?", answer: "In the moat." }] },
      targets: { targets: targets.map((one) => ({ ...one, e164: null, memberId: null })) },
    };
    const ask = async (said: string) =>
      rehearse(desk.ctx, {
        ...{ numberId: null, said, history: [], dialog: {}, toolCallsSoFar: 0, knowledge },
      });
    expect((await ask("how much is a cleaning?")).text).toMatch(/133 dollars/);
    expect((await ask("is there parking?")).text).toMatch(/In the moat/);
    const reply = await ask("I want to talk to a person");
    expect(reply.next).toEqual({ do: "listen" });
    expect(reply.text).toMatch(/message/);
    expect((await readDesk(desk.ctx, {})).offers).toEqual(offers);
  });

  it("books nothing, and keeps its place in the browser", async () => {
    let dialog: Record<string, unknown> = {};
    const say = async (said: string) => {
      const reply = await rehearse(desk.ctx, {
        numberId: null,
        said,
        history: [],
        dialog,
        toolCallsSoFar: 0,
        knowledge: {},
      });
      dialog = JSON.parse(JSON.stringify(reply.dialog));
      return reply.text;
    };
    await say("a cleaning on Monday at 10");
    expect(await say("yes")).toMatch(/is booked/);
    const row = await withTenantSql(desk.ctx, (sql) =>
      sql.one("SELECT FROM appointments WHERE tenant_id = $1::uuid", [desk.ctx.tenantId]),
    );
    expect(row).toBeNull();
  });
});
