import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import { appointmentsOf, clinic, practice, seedDesk } from "./testing";

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
