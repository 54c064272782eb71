import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment, listAppointmentsOf } from "@/lib/appointments";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import { clinic, practice, seedDesk, type TestDesk } from "./testing";

beforeAll(async () => {
  await testDatabase();
  recordEvents();
});

/** One line of a talk: what is said, what the answer must hold, what happens next (listening when left out). */
type Line = [said: string, holds: RegExp, next?: "hang_up" | "transfer" | "voicemail"];
type Talk = {
  name: string;
  business: typeof practice;
  lines: Line[];
  at?: string;
  caller?: { name: string };
  own?: string[];
};

const talks: Talk[] = [
  {
    name: "books the second time offered and asks for the name",
    business: practice,
    lines: [
      [
        "Hi, I'd like to book a cleaning",
        /next free times are today at 10:30 in the morning or 12:30 in the afternoon/,
      ],
      [
        "the second one please",
        /12:30 in the afternoon with Dr\. Patel, for 120 dollars\. Shall I book it\?/,
      ],
      ["yes", /is booked\. What name/],
      ["Tom Miller", /Thank you, Tom Miller/],
      ["no, thanks, bye", /Goodbye/, "hang_up"],
    ],
    own: ["Cleaning 2026-11-20T17:30:00.000Z"],
  },
  {
    name: "books exactly what was asked for in one breath",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      [
        "Can I get a filling next Tuesday at ten thirty with Dr. Nguyen?",
        /a filling on Tuesday the 24th at 10:30 in the morning with Dr\. Nguyen/,
      ],
      ["Yes please", /is booked\. Is there anything else/],
      ["that's all", /Goodbye/, "hang_up"],
    ],
    own: ["Filling 2026-11-24T15:30:00.000Z"],
  },
  {
    name: "offers the nearest times when the wished one is taken or outside hours",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      [
        "book a whitening on Wednesday at 7 in the evening",
        /I don't have that time, but I have Wednesday the 25th at 3:45 in the afternoon or 4/,
      ],
      ["4 is fine", /Wednesday the 25th at 4 in the afternoon/],
      ["go ahead", /is booked/],
    ],
    own: ["Whitening 2026-11-25T21:00:00.000Z"],
  },
  {
    name: "says why a day does not work: weekend and holiday",
    business: practice,
    lines: [
      [
        "I need a cleaning tomorrow",
        /closed tomorrow, Saturday the 21st\. The next free times are Monday the 23rd/,
      ],
      ["what about Thursday", /closed on Thursday the 26th for Thanksgiving/],
      ["never mind", /No problem/],
    ],
    own: [],
  },
  {
    name: "answers a question in the middle of a booking and comes back to it",
    business: practice,
    lines: [
      [
        "I want to make an appointment",
        /What would you like to come in for: a cleaning, a new patient exam, a filling or a whitening\?/,
      ],
      [
        "how much is the exam?",
        /New patient exam is 95 dollars and takes 60 minutes\. What would you like to come in for/,
      ],
      ["the exam then, Monday at 9", /a new patient exam on Monday the 23rd at 9 in the morning/],
      ["is there parking?", /parking is free behind the building\. Shall I book it\?/],
      ["yes", /is booked/],
      ["Ann", /Thank you, Ann/],
    ],
    own: ["New patient exam 2026-11-23T14:00:00.000Z"],
  },
  {
    name: "changes the time at the last moment",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      ["cleaning on Monday at 10", /Monday the 23rd at 10 in the morning/],
      ["actually make it 2", /Monday the 23rd at 2 in the afternoon/],
      ["yes", /at 2 in the afternoon with Dr\. Patel is booked/],
    ],
    own: ["Cleaning 2026-11-23T19:00:00.000Z"],
  },
  {
    name: "takes no for an answer",
    business: practice,
    lines: [
      ["how much is a filling", /Filling is 180 dollars.*Would you like to book it\?/],
      ["no", /anything else/],
      ["no", /Goodbye/, "hang_up"],
    ],
    own: [],
  },
  {
    name: "lists by keypad: first service, first time, yes",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      ["appointment please", /What would you like/],
      ["(pressed 1)", /next free times are today/],
      ["(pressed 1)", /Shall I book it/],
      ["(pressed 1)", /is booked/],
    ],
    own: ["Cleaning 2026-11-20T15:30:00.000Z"],
  },
  {
    name: "takes a message and the name",
    business: practice,
    lines: [
      ["can I leave a message?", /What should I tell them\?/],
      ["I lost my retainer and need a new one before Monday", /written it down.*What name/],
      ["Bob", /Thank you, Bob/],
      ["bye", /Goodbye/, "hang_up"],
    ],
  },
  {
    name: "writes a message down that came at once",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      [
        "Please tell Dr. Patel that I am running ten minutes late",
        /written it down, and somebody will get back to you/,
      ],
    ],
  },
  {
    name: "lets a wrong number go kindly",
    business: practice,
    lines: [["Oh sorry, wrong number", /this is Riverside Dental\. Have a good day/, "hang_up"]],
  },
  {
    name: "calms an angry caller and hands over",
    business: practice,
    lines: [
      [
        "This is ridiculous, nobody called me back!",
        /really sorry about that\. Shall I put you through to Anika\?/,
      ],
      ["yes", /putting you through to Anika/, "transfer"],
    ],
  },
  {
    name: "lets an angry caller leave a message instead",
    business: practice,
    caller: { name: "Sara Jones" },
    lines: [
      ["I am very angry about my bill", /sorry/],
      ["no", /Shall I take a message/],
      ["yes", /What should I tell them/],
      ["My bill from October is wrong", /written it down/],
    ],
  },
  {
    name: "hands over to the person who was named",
    business: practice,
    lines: [["could I speak with Olivia please", /putting you through to Olivia/, "transfer"]],
  },
  {
    name: "after a transfer that nobody took it goes on with a message",
    business: practice,
    lines: [
      ["I want to talk to a person", /putting you through to Anika/, "transfer"],
      ["yes", /What should I tell them\?/],
    ],
  },
  {
    name: "after hours it says when somebody is there again",
    business: practice,
    at: "2026-11-21T02:00:00Z",
    lines: [
      ["are you open?", /closed right now\. We open again on Monday the 23rd at 8 in the morning/],
      [
        "I want to speak to somebody",
        /closed right now and open again on Monday the 23rd.*Shall I take a message/,
      ],
      ["no thank you", /anything else|Goodbye/],
    ],
  },
  {
    name: "an emergency goes to the emergency person, number first, even after hours",
    business: practice,
    at: "2026-11-21T02:00:00Z",
    lines: [
      ["My son can't breathe!", /dial 911\. I'm putting you through to After-hours dentist/, "transfer"],
    ],
  },
  {
    name: "silence three times ends in a goodbye",
    business: practice,
    lines: [
      ["", /I'm here/],
      ["um", /can't hear you very well/],
      ["", /hang up now/, "hang_up"],
    ],
  },
  {
    name: "hello, hello?",
    business: practice,
    lines: [
      ["Hello?", /Hello, this is Riverside Dental/],
      ["hello, anybody there?", /I'm here/],
    ],
  },
  {
    name: "stays polite once, then ends",
    business: practice,
    lines: [
      ["fuck you", /I'd like to help you/],
      ["you idiot", /end the call here/, "hang_up"],
    ],
  },
  {
    name: "is honest about being a machine, and a basic one",
    business: practice,
    lines: [["am I talking to a robot?", /automatic assistant.*simple one/]],
  },
  {
    name: "does not understand twice and offers a message",
    business: practice,
    lines: [
      ["the purple elephants dance", /didn't get that.*book an appointment/],
      ["flibbertigibbet zorp", /only a simple assistant\. Shall I take a message/],
      ["okay", /What should I tell them/],
    ],
  },
  {
    name: "facts: hours, address, insurance, cards, who is this, again",
    business: practice,
    lines: [
      [
        "when are you open?",
        /Monday to Thursday from 8 in the morning to 5 in the afternoon and Friday from 8 in the morning to 3/,
      ],
      ["Are you open on Christmas?", /closed on Friday, December 25th for Christmas Day/],
      ["where are you?", /214 River Street/],
      ["do you take Cigna?", /Delta Dental and Cigna/],
      ["can I pay with a card", /cards and cash/],
      ["what services do you have", /cleaning, new patient exam, filling and whitening/],
      ["could you say that again", /cleaning, new patient exam/],
      ["what company is this", /Riverside Dental/],
    ],
  },
  {
    name: "telemarketers are sent away",
    business: practice,
    lines: [
      ["We've been trying to reach you about your car's extended warranty", /not interested/, "hang_up"],
    ],
  },
  {
    name: "Hindi in Latin letters, from greeting to booking",
    business: clinic,
    lines: [
      ["namaste", /नमस्ते, Pragati Clinic/],
      ["kal subah doctor ko dikhana hai", /General consultation.*सुबह 9 बजे या सुबह 11 बजे/],
      ["pehla wala", /सुबह 9 बजे, Dr\. Rao.*500 रुपये/],
      ["haan ji", /बुक हो गया/],
      ["Kavya Nair", /धन्यवाद, Kavya Nair/],
      ["nahi, dhanyavaad", /नमस्ते/, "hang_up"],
    ],
    own: ["General consultation 2026-11-21T03:30:00.000Z"],
  },
  {
    name: "Hindi in Devanagari, exact time",
    business: clinic,
    caller: { name: "कविता" },
    lines: [
      ["मुझे सोमवार शाम पाँच बजे अल्ट्रासाउंड करवाना है", /Ultrasound, सोमवार, 23 तारीख को शाम 5 बजे/],
      ["हाँ, कर दीजिए", /बुक हो गया/],
      ["नहीं बस इतना", /नमस्ते/, "hang_up"],
    ],
    own: ["Ultrasound 2026-11-23T11:30:00.000Z"],
  },
  {
    name: "English and Hindi mixed, price first",
    business: clinic,
    lines: [
      ["Hello, ultrasound ka kitna lagega?", /Ultrasound की फ़ीस 1,500 रुपये/],
      ["khali pet aana hai kya ultrasound ke liye", /do not eat for four hours/],
      ["theek hai, dhanyavaad, namaste", /नमस्ते/, "hang_up"],
    ],
  },
  {
    name: "Spanish booking",
    business: practice,
    lines: [
      [
        "Hola, quiero una cita para una limpieza",
        /lo próximo libre es hoy a las 10:30 de la mañana o a las 12:30 de la tarde/,
      ],
      ["mejor el lunes a las 10", /el lunes 23 a las 10 de la mañana con Dr\. Patel, por 120 dólares/],
      ["sí", /queda reservado/],
      ["María López", /Gracias, María López/],
      ["nada más, gracias", /Adiós/, "hang_up"],
    ],
    own: ["Cleaning 2026-11-23T15:00:00.000Z"],
  },
  {
    name: "a language the business does not speak is answered in its own",
    business: clinic,
    lines: [
      [
        "Quiero una cita para mañana",
        /General consultation, Child vaccination or Ultrasound|a general consultation/i,
      ],
    ],
  },
];

describe("talks with the offline receptionist", () => {
  it.each(talks)("$name", async ({ business, lines, at, caller, own }) => {
    const desk = await seedDesk(business, caller);
    if (at) desk.clock.set(at);
    const call = desk.call();
    for (const [said, holds, next = "listen"] of lines) {
      const outcome = await call.say(said);
      expect(outcome.text, said).toMatch(holds);
      expect(outcome.next.do, said).toBe(next);
    }
    if (own) expect(await appointmentsOf(desk)).toEqual(own);
  });
});

describe("own appointments", () => {
  async function withCleaning(startsAt = "2026-11-24T15:00:00Z") {
    const desk = await seedDesk(practice, { name: "Sara Jones" });
    await book(desk, "Cleaning", startsAt);
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
    await book(desk, "Filling", "2026-11-25T16:00:00Z");
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
    await book(indian, "Ultrasound", "2026-11-23T04:00:00Z");
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
  const { takeOfflineTurn } = await import("./take-offline-turn");
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
  const broken = {
    ...desk.conversing,
    facts: { ...desk.conversing.facts, business: { ...desk.conversing.facts.business, currency: "?" } },
  };
  const { takeOfflineTurn } = await import("./take-offline-turn");
  const outcome = await takeOfflineTurn(broken, {
    turnId: "t",
    said: "how much is a cleaning",
    history: [],
    dialog: {},
    toolCallsSoFar: 0,
  });
  expect([outcome.next.do, outcome.text.length > 10]).toEqual(["voicemail", true]);
});

async function appointmentsOf(desk: TestDesk): Promise<string[]> {
  const all = await listAppointmentsOf(desk.ctx, desk.customerId);
  return all.map((one) => `${one.serviceName} ${one.startsAt}`);
}

async function book(desk: TestDesk, service: string, startsAt: string): Promise<void> {
  const { facts } = desk.conversing;
  const outcome = await bookAppointment(desk.ctx, {
    ...{ customerId: desk.customerId, startsAt: new Date(startsAt), source: "member" },
    ...{
      serviceId: facts.services.find((one) => one.name === service)?.id ?? "",
      staffId: facts.staff[0]?.id ?? "",
    },
  });
  expect(outcome.ok).toBe(true);
}
