import { beforeAll, describe, expect, it } from "vitest";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import { takeOfflineTurn } from "./take-offline-turn";
import { appointmentsOf, clinic, practice, seedAppointment, seedDesk } from "./testing";

beforeAll(async () => {
  await testDatabase();
  recordEvents();
});

describe("own appointments", () => {
  async function withCleaning(startsAt = "2026-11-24T15:00:00Z") {
    const desk = await seedDesk(practice, { name: "Sara Jones" });
    await seedAppointment(desk, "Cleaning", startsAt);
    return desk;
  }

  it("moves one after a yes", async () => {
    const desk = await withCleaning();
    const call = desk.call();
    expect((await call.say("I need to reschedule my appointment")).text).toMatch(
      /You have a cleaning on Tuesday the 24th at 10/,
    );
    expect((await call.say("Wednesday at 2 in the afternoon")).text).toMatch(
      /moves to Wednesday the 25th at 2 in the afternoon/,
    );
    expect(await appointmentsOf(desk)).toEqual(["Cleaning 2026-11-24T15:00:00.000Z"]);
    expect((await call.say("yes")).text).toMatch(/is now on Wednesday the 25th at 2/);
    expect(await appointmentsOf(desk)).toEqual(["Cleaning 2026-11-25T19:00:00.000Z"]);
  });

  it("cancels one after a yes, keeps it after a no", async () => {
    const desk = await withCleaning();
    const call = desk.call();
    expect((await call.say("please cancel my appointment")).text).toMatch(
      /cleaning on Tuesday.*Shall I cancel it/,
    );
    expect((await call.say("no, wait")).text).toMatch(/stays as it is/);
    expect(await appointmentsOf(desk)).toHaveLength(1);
    await call.say("please cancel my appointment");
    expect((await call.say("yes, cancel it")).text).toMatch(/is cancelled/);
    expect(await appointmentsOf(desk)).toEqual([]);
  });

  it("asks which of two is meant", async () => {
    const desk = await withCleaning();
    await seedAppointment(desk, "Filling", "2026-11-25T16:00:00Z");
    const call = desk.call();
    expect((await call.say("cancel my appointment")).text).toMatch(
      /a cleaning on Tuesday.* and a filling on Wednesday.*Which one/,
    );
    expect((await call.say("the filling")).text).toMatch(/filling on Wednesday.*Shall I cancel/);
    await call.say("yes");
    expect(await appointmentsOf(desk)).toEqual(["Cleaning 2026-11-24T15:00:00.000Z"]);
  });

  it("tells them, in Hindi too", async () => {
    const desk = await withCleaning();
    expect((await desk.call().say("when is my appointment?")).text).toMatch(
      /You have a cleaning on Tuesday the 24th at 10 in the morning/,
    );
    const indian = await seedDesk(clinic, { name: "Kavya" });
    await seedAppointment(indian, "Ultrasound", "2026-11-23T04:00:00Z");
    expect((await indian.call().say("मेरी अपॉइंटमेंट कब है?")).text).toMatch(
      /Ultrasound, सोमवार, 23 तारीख को सुबह 9:30 बजे/,
    );
  });

  it("cannot see those of somebody else", async () => {
    const desk = await withCleaning();
    const other = await seedDesk(practice, { phone: "+12065550199", name: "Eve" });
    expect((await other.call().say("cancel my appointment")).text).toMatch(
      /don't see an upcoming appointment/,
    );
    const sameTenant = desk.call({ change: { caller: { customerId: null, address: null, name: null } } });
    expect((await sameTenant.say("cancel my appointment")).text).toMatch(/don't see an upcoming appointment/);
    expect(await appointmentsOf(desk)).toHaveLength(1);
  });

  it("never books one time twice, and offers another", async () => {
    const desk = await seedDesk(practice, { name: "Sara Jones" });
    const [one, two] = [desk.call(), desk.call()];
    for (const call of [one, two]) await call.say("a cleaning on Monday at 10 with Dr. Patel");
    expect((await one.say("yes")).text).toMatch(/is booked/);
    expect((await two.say("yes")).text).toMatch(/was taken just now\. The next free times are/);
    expect(await appointmentsOf(desk)).toHaveLength(1);
  });
});

describe("what a receptionist may not do", () => {
  it("neither books, moves, cancels nor transfers without the ability", async () => {
    const desk = await seedDesk(practice);
    const { receptionist } = desk.conversing;
    const abilities = {
      book: false,
      move: false,
      cancel: false,
      takeMessages: true,
      textCaller: false,
      transfer: false,
    };
    const call = desk.call({ change: { receptionist: { ...receptionist, abilities } } });
    expect((await call.say("book a cleaning on Monday at 10")).text).toMatch(
      /can't book appointments myself/,
    );
    await call.say("no");
    expect((await call.say("move my appointment to Friday")).text).toMatch(
      /can't change appointments myself/,
    );
    await call.say("no");
    const handOver = await call.say("put me through to the manager");
    expect([handOver.text, handOver.next.do]).toEqual([
      expect.stringMatching(/can't put you through/),
      "listen",
    ]);
    expect(call.outcomes.flatMap((one) => one.tools)).toEqual([]);
  });

  it("takes a hidden caller to voicemail, because nobody could call back", async () => {
    const desk = await seedDesk(practice);
    const call = desk.call({
      change: { caller: { customerId: null, address: null, name: null }, conversationId: null },
    });
    expect((await call.say("book a cleaning")).text).toMatch(/can't see your number/);
    await call.say("yes");
    expect((await call.say("It is Ann, please ring 206 555 0100")).next.do).toBe("voicemail");
  });

  it("writes nothing in a rehearsal", async () => {
    const desk = await seedDesk(practice);
    const call = desk.call({ change: { isRehearsal: true, channel: "chat", callId: null } });
    await call.say("a cleaning on Monday at 10");
    expect((await call.say("yes")).text).toMatch(/is booked/);
    await call.say("Tom");
    await call.say("please tell Anika that I am going to be late");
    await call.say("text me the address");
    expect(await appointmentsOf(desk)).toEqual([]);
    const rows = await withTenantSql(desk.ctx, (sql) =>
      sql.rows("SELECT FROM messages WHERE tenant_id = $1::uuid", [desk.ctx.tenantId]),
    );
    expect(rows).toEqual([]);
  });

  it("stops using tools when the conversation has used its number", async () => {
    const desk = await seedDesk(practice, { name: "Sara Jones" });
    const { receptionist } = desk.conversing;
    const limits = { ...receptionist.limits, toolCalls: 1 };
    const call = desk.call({ change: { receptionist: { ...receptionist, limits } } });
    await call.say("a cleaning on Monday at 10");
    expect((await call.say("yes")).text).toMatch(/didn't work/);
    expect(await appointmentsOf(desk)).toEqual([]);
  });
});

it("keeps a message as a note of the conversation, once even when the turn is taken twice", async () => {
  const desk = await seedDesk(practice, { name: "Sara Jones" });
  const input = {
    ...{
      turnId: "01a1f8e9-0000-7000-8000-000000000001",
      said: "please tell Anika that my crown fell out",
      history: [],
      dialog: {},
    },
    toolCallsSoFar: 0,
  };
  await takeOfflineTurn(desk.conversing, input);
  await takeOfflineTurn(desk.conversing, input);
  const notes = await withTenantSql(desk.ctx, (sql) =>
    sql.rows<{ body: string; author_kind: string }>(
      "SELECT body, author_kind FROM messages WHERE tenant_id = $1::uuid",
      [desk.ctx.tenantId],
    ),
  );
  expect(notes).toEqual([
    {
      body: "Message taken on the phone: please tell Anika that my crown fell out",
      author_kind: "assistant",
    },
  ]);
});

it("goes to voicemail when nothing works any more", async () => {
  const desk = await seedDesk(practice);
  const facts = {
    ...desk.conversing.facts,
    get services(): never {
      throw new Error("Everything is broken.");
    },
  };
  const broken = { ...desk.conversing, facts };
  const outcome = await takeOfflineTurn(broken, {
    turnId: "t",
    said: "how much is a cleaning",
    history: [],
    dialog: {},
    toolCallsSoFar: 0,
  });
  expect([outcome.next.do, outcome.text.length > 10]).toEqual(["voicemail", true]);
});

it("does not call a business closed that never said when it is open", async () => {
  const desk = await seedDesk({ ...practice, hours: [], holidays: [] });
  const reply = await desk.call().say("I'd like to book a cleaning on Monday");
  expect(reply.text).not.toMatch(/closed/);
  expect(reply.text).toMatch(/message/);
});
