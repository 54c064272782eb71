import type { Script } from "../script";

/** Callers who say nothing, too much, or nothing that means anything. */
export const trouble: Script[] = [
  {
    name: "nobody speaks: asked once, asked again, then goodbye",
    acts: [{ wait: 120 }],
    hears: [/this is Ava/, /didn't catch that/, /still there/, /can't hear you, so I'll hang up now/],
    outcome: "missed",
    missedReason: "abandoned_in_menu",
  },
  {
    name: "silent twice, then speaks",
    acts: [{ wait: 22 }, { say: "where are you?" }, { say: "no thanks, goodbye" }],
    hears: [/didn't catch that/, /still there/, /214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "falls silent in the middle of a booking, and nothing is booked",
    acts: [{ say: "cleaning on Monday at 10" }, { wait: 120 }],
    hears: [/Monday the 23rd at 10/, /didn't catch that/, /still there/, /hang up now/],
    outcome: "answered",
    appointments: [],
  },
  {
    name: "hello? hello?",
    acts: [{ say: "Hello?" }, { say: "hello, anybody there?" }, { say: "where are you?" }, { say: "bye" }],
    hears: [/Hello, this is Riverside Dental/, /I'm here/, /214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "noise that is no speech",
    acts: [{ say: "um" }, { say: "..." }, { say: "uh" }],
    hears: [/I'm here/, /can't hear you very well/, /hang up now/],
    outcome: "answered",
  },
  {
    name: "understands nothing twice and offers a message",
    callerName: "Sara Jones",
    acts: [
      { say: "the purple elephants dance" },
      { say: "flibbertigibbet zorp" },
      { say: "okay" },
      { say: "Call me about my teeth" },
      { say: "no thanks, goodbye" },
    ],
    hears: [
      /didn't get that/,
      /Shall I take a message/,
      /What should I tell them/,
      /written it down/,
      /Goodbye/,
    ],
    outcome: "message_taken",
    notes: [/Call me about my teeth/],
  },
  {
    name: "stays polite once, then ends the call",
    sentiment: "negative",
    acts: [{ say: "fuck you" }, { say: "you idiot" }],
    hears: [/I'd like to help you/, /end the call here/],
    outcome: "answered",
  },
  {
    name: "sends telemarketers away",
    acts: [{ say: "We've been trying to reach you about your car's extended warranty" }],
    hears: [/not interested/],
    outcome: "answered",
  },
  {
    name: "says 4,000 characters in one go",
    acts: [
      { say: "I was walking the dog yesterday and it was raining. ".repeat(76).trim() },
      { say: "where are you?" },
      { say: "no thanks, goodbye" },
    ],
    hears: [/didn't get that/, /214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "presses keys that mean nothing",
    acts: [{ press: "9" }, { press: "#" }, { say: "where are you?" }, { say: "no thanks, goodbye" }],
    hears: [/214 River Street/, /Goodbye/],
    outcome: "answered",
  },
  {
    name: "hangs up before saying a word",
    acts: [{ hangUp: true }],
    hears: [/this is Ava/],
    outcome: "missed",
    endedBy: "caller",
    missedReason: "short_abandon",
  },
  {
    name: "talks on and on until the turns are used up",
    settings: { limits: { turns: 4 } },
    acts: [
      { say: "where are you?" },
      { say: "when are you open?" },
      { say: "do you take Cigna?" },
      { say: "is there parking?" },
      { say: "do you see children?" },
      { say: "where are you?" },
    ],
    hears: [/214 River Street/, /parking is free/, /I have to end our call here/],
    outcome: "answered",
  },
];
