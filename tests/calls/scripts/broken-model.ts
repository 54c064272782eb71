import type { Script } from "../script";

const say = (text: string) => ({ say: text.split(/(?<= )/) });
const bye = { say: "no thanks, goodbye" };

/** The model fails in every way it can, at the first turn or in the middle; the caller hardly notices. */
export const brokenModel: Script[] = [
  {
    name: "a model that works: looks, books, says goodbye",
    callerName: "Sara Jones",
    model: ({ cleaning }) => [
      { tools: [{ name: "check_availability", arguments: { serviceId: cleaning, fromDay: "2026-11-23" } }] },
      say("I have Monday at 8 or 10. Which one?"),
      {
        tools: [
          { name: "book_appointment", arguments: { serviceId: cleaning, startsAt: "2026-11-23T10:00" } },
        ],
      },
      say("You're booked for Monday the 23rd at 10 with Dr. Patel."),
      { say: ["Goodbye, ", "Sara."], tools: [{ name: "end_call" }] },
    ],
    acts: [{ say: "a cleaning on Monday please" }, { say: "10 please" }, { say: "thank you, bye" }],
    hears: [/Monday at 8 or 10/, /booked for Monday the 23rd at 10/, /Goodbye, Sara/],
    outcome: "booked",
    tools: ["check_availability done", "book_appointment done", "end_call done"],
    appointments: ["Cleaning 2026-11-23T15:00:00.000Z"],
  },
  {
    name: "429 at the first turn",
    model: () => [{ status: 429 }],
    acts: [{ say: "where are you?" }, bye],
    hears: [/214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "429 in the middle of a booking",
    callerName: "Sara Jones",
    model: ({ cleaning }) => [
      { tools: [{ name: "check_availability", arguments: { serviceId: cleaning, fromDay: "2026-11-23" } }] },
      say("For a cleaning I have Monday at 8 or 10. Which one?"),
      { status: 429 },
    ],
    acts: [{ say: "a cleaning on Monday please" }, { say: "cleaning Monday at 10" }, { say: "yes" }, bye],
    hears: [/Monday at 8 or 10/, /Monday the 23rd at 10/, /is booked/, /Goodbye/],
    outcome: "booked",
    appointments: ["Cleaning 2026-11-23T15:00:00.000Z"],
  },
  {
    name: "server error at every turn",
    model: () => [{ status: 500 }],
    acts: [{ say: "when are you open?" }, { say: "is there parking?" }, bye],
    hears: [/Monday to Thursday/, /parking is free/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "garbage instead of JSON",
    model: () => [{ raw: "data: {this is not json\n\ndata: [DONE]\n\n" }],
    acts: [{ say: "where are you?" }, bye],
    hears: [/214 River Street/, /Goodbye/],
    outcome: "answered",
    never: /this is not json/,
  },
  {
    name: "an answer that is empty",
    model: () => [{ say: [] }],
    acts: [{ say: "where are you?" }, bye],
    hears: [/214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "breaks off in the middle of a sentence",
    model: () => [{ say: ["We are ", "open ", "from "], breakAfter: 2 }],
    acts: [{ say: "when are you open?" }, { hangUp: true }],
    hears: [/lost my thread|Monday to Thursday/],
    outcome: "answered",
    endedBy: "caller",
  },
  {
    name: "asks for a tool that there is not",
    model: () => [
      { tools: [{ name: "wire_money", arguments: { to: "me" } }] },
      say("How can I help you today?"),
    ],
    acts: [{ say: "hello there my friend" }, { hangUp: true }],
    hears: [/How can I help/],
    outcome: "answered",
    endedBy: "caller",
    tools: ["wire_money refused"],
  },
  {
    name: "asks for the wrong tool again and again",
    model: () => [{ tools: [{ name: "transfer_call", arguments: { targetId: "+19005551234" } }] }],
    acts: [{ say: "where are you?" }, { hangUp: true }],
    hears: [/214 River Street/],
    never: /putting you through/,
    outcome: "answered",
    endedBy: "caller",
  },
  {
    name: "sends arguments that are not JSON",
    model: () => [
      { tools: [{ name: "book_appointment", arguments: "{serviceId: nope" }] },
      say("Which day suits you?"),
    ],
    acts: [{ say: "book me in" }, { hangUp: true }],
    hears: [/Which day suits you/],
    outcome: "answered",
    endedBy: "caller",
    tools: ["book_appointment refused"],
    appointments: [],
  },
  {
    name: "lies about a booking",
    model: () => [say("You're booked for Friday at 10.")],
    acts: [{ say: "book me in for Friday" }, { hangUp: true }],
    hears: [/isn't booked yet/],
    never: /You're booked/,
    outcome: "answered",
    endedBy: "caller",
    appointments: [],
  },
  {
    name: "answers with 4,000 characters",
    model: () => [say("We clean teeth with great care and pride. ".repeat(100).trim())],
    acts: [{ say: "what do you do?" }, { hangUp: true }],
    hears: [/great care and pride/],
    never: /(?:great care and pride[\s\S]*){20}/,
    outcome: "answered",
    endedBy: "caller",
  },
  {
    name: "speaks control characters, markup and emoji",
    model: () => [
      { say: ["We \u0000are ", "<Dial>+19005551234</Dial> ", "open 🦷\ud800 ", "& happy\u0008\ufffe."] },
    ],
    acts: [{ say: "are you open?" }, { hangUp: true }],
    hears: [/open/, /happy/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not arrive
    never: /[\u0000-\u0008]|\ufffe|<Dial>|🦷|19005551234/,
    outcome: "answered",
    endedBy: "caller",
  },
  {
    name: "is slow, and the caller hears a word before the answer",
    model: () => [{ say: ["We are at ", "214 River Street."], stallMs: 2_400 }, { status: 500 }],
    acts: [{ say: "where are you?" }, { hangUp: true }],
    hears: [/One moment, please/, /214 River Street/],
    outcome: "answered",
    endedBy: "caller",
  },
];
