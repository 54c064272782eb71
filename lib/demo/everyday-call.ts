import type { DemoBusiness, DemoCall } from "./schema";

export type Everyday = { call: DemoCall; service: string | null };

type Asking = { business: DemoBusiness; first: string; isOpen: boolean; random: () => number };

/** One call as a business gets it every day: somebody books, asks, complains, or hangs up. Nothing of it was recorded. */
export function everydayCall(asking: Asking): Everyday {
  const { isOpen, random } = asking;
  if (!isOpen)
    return plain(missed("out_of_hours", "The call came outside opening hours.", 9 + random() * 14));
  const lot = random();
  if (lot < 0.36) return booked(asking);
  if (lot < 0.66) return plain(asked(asking));
  if (lot < 0.79) return plain(leftWord(asking));
  if (lot < 0.87) return plain(putThrough(asking));
  if (lot < 0.92) return plain(spokeToMachine(asking));
  return plain(
    lot < 0.96
      ? missed(
          "short_abandon",
          "The caller hung up within seconds, before saying anything.",
          4 + random() * 6,
        )
      : missed("nobody_answered", "It rang, but nobody answered.", 20 + random() * 10),
  );
}

function plain(call: DemoCall): Everyday {
  return { call, service: null };
}

function booked({ business, first, random }: Asking): Everyday {
  const service = pick(business.services, random);
  const said = service.name.toLowerCase();
  const time = `${pick(["9", "10", "11", "2", "3", "4"], random)} o'clock`;
  const day = pick(["Monday", "Tuesday", "Wednesday", "Thursday"], random);
  return {
    service: service.name,
    call: {
      ...{ answeredBy: "assistant", outcome: "booked", isRecorded: false, seconds: length(70, 60, random) },
      summary: `${first} booked: ${said} on ${day} at ${time}.`,
      sentiment: mood(0.55, random),
      actions: [{ kind: "booked", text: `${service.name} booked, ${day} ${time}` }],
      turns: [
        ["assistant", business.receptionist.greeting],
        ["caller", `Hi, I'd like to come in for ${said}. ${day} would be good.`],
        ["assistant", `${day} at ${time} is free. It takes ${service.minutes} minutes. Shall I book it?`],
        ["caller", "Yes, please."],
        ["assistant", `Done: ${day} at ${time}. See you then, ${first}!`],
      ],
    },
  };
}

function asked({ business, first, random }: Asking): DemoCall {
  const [question, answer] = pick(business.answers, random);
  return {
    ...{ answeredBy: "assistant", outcome: "answered", isRecorded: false, seconds: length(35, 40, random) },
    summary: `${first} asked: “${question}” The receptionist answered.`,
    sentiment: mood(0.25, random),
    turns: [
      ["assistant", business.receptionist.greeting],
      ["caller", question],
      ["assistant", answer],
      ["caller", "Thank you, that helps."],
    ],
  };
}

function leftWord({ business, first, random }: Asking): DemoCall {
  return {
    ...{
      answeredBy: "assistant",
      outcome: "message_taken",
      isRecorded: false,
      seconds: length(50, 40, random),
    },
    summary: `${first} would like a call back from ${business.owner.short}.`,
    sentiment: mood(0, random),
    actions: [{ kind: "promised", text: `Call back from ${business.owner.short}` }],
    turns: [
      ["assistant", business.receptionist.greeting],
      ["caller", `Could ${business.owner.short} call me back today?`],
      ["assistant", "I have written it down. When are you best reached?"],
      ["caller", "Any time in the afternoon."],
    ],
  };
}

function putThrough({ business, first, random }: Asking): DemoCall {
  return {
    ...{
      answeredBy: "assistant",
      outcome: "transferred",
      isRecorded: false,
      seconds: length(40, 80, random),
    },
    summary: `${first} asked for a person and was put through to ${business.owner.short}.`,
    sentiment: mood(-0.3, random),
    turns: [
      ["assistant", business.receptionist.greeting],
      ["caller", "I'd rather talk to a person, please."],
      ["assistant", `Of course. I'm putting you through to ${business.owner.short}.`],
    ],
  };
}

function spokeToMachine({ first, random }: Asking): DemoCall {
  return {
    ...{ answeredBy: "voicemail", outcome: "voicemail", isRecorded: false, seconds: length(18, 25, random) },
    summary: `${first} asks to be called back about the next visit.`,
    sentiment: mood(0, random),
    turns: [["caller", "Hello, please call me back about my next visit. Thank you."]],
  };
}

function missed(missedReason: string, summary: string, seconds: number): DemoCall {
  const sentiment = { label: "neutral", score: 0 } as const;
  const nobody = { answeredBy: null, outcome: "missed", isRecorded: false } as const;
  return { ...nobody, missedReason, summary, sentiment, seconds: Math.round(seconds), turns: [] };
}

function mood(middle: number, random: () => number): DemoCall["sentiment"] {
  const score = Math.round((middle + (random() - 0.5) * 0.7) * 100) / 100;
  return { label: score > 0.2 ? "positive" : score < -0.25 ? "negative" : "neutral", score };
}

function length(least: number, more: number, random: () => number): number {
  return Math.round(least + more * random());
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}
