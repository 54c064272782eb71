import { newId } from "@/lib/kernel/ids";
import type { SpokenTurn } from "./schedule-turns";
import type { DemoCall } from "./schema";

type Line = {
  second: number;
  kind: string;
  title: string;
  data?: Record<string, string | number | boolean | object>;
  milliseconds?: number;
};

/** The rows of a demo call's X-ray: what the product writes down while such a call runs. */
export function demoTraces(
  call: DemoCall,
  turns: readonly SpokenTurn[],
  told: { tenantId: string; callId: string; from: string; to: string; startedAt: Date },
) {
  const lines = [arrival(call, told), ...conversation(call, turns), ...ending(call)];
  return lines.map(({ second, kind, title, data = {}, milliseconds = null }) => ({
    ...{ tenantId: told.tenantId, id: newId(), callId: told.callId, kind, title, data, milliseconds },
    at: new Date(told.startedAt.getTime() + Math.round(second * 1000)),
  }));
}

function arrival({ direction = "inbound" }: DemoCall, { from, to }: { from: string; to: string }): Line {
  if (direction === "outbound") return { second: 0, kind: "note", title: "Call placed", data: { from, to } };
  return { second: 0, kind: "webhook", title: "Call came in", data: { from, to, status: "ringing" } };
}

function conversation(call: DemoCall, turns: readonly SpokenTurn[]): Line[] {
  if (call.answeredBy === "voicemail") return voicemail(call);
  if (call.answeredBy === null)
    return call.missedReason === "nobody_available" ? ringing(call) : closed(call);
  const tools = toolsOf(call);
  const answers = turns.filter(({ speaker }) => speaker === "assistant").length;
  let answered = 0;
  return turns.flatMap((turn, index): Line[] => {
    if (turn.speaker === "agent") return [];
    if (turn.speaker === "caller") return turns[index + 1]?.speaker === "assistant" ? [heard(turn)] : [];
    answered += 1;
    const tool = answered === answers ? tools : [];
    const thinking = 0.38 + (turn.text.length % 7) * 0.09;
    const instructions = spoken(turn, index === turns.length - 1);
    if (index === 0) return [instructions];
    return [
      {
        ...{ second: turn.from - 0.1 - thinking / 2, kind: "model", title: "The model answered" },
        ...{ data: { firstToken: Math.round(thinking * 400) }, milliseconds: Math.round(thinking * 1000) },
      },
      ...tool.map((one, place) => ({ ...one, second: turn.from - 0.08 + place * 0.02 })),
      instructions,
    ];
  });
}

function heard({ text, until }: SpokenTurn): Line {
  return {
    second: until + 0.2,
    kind: "webhook",
    title: `Caller said “${text.slice(0, 80)}”`,
    data: { text },
  };
}

function spoken({ text, from }: SpokenTurn, isLast: boolean): Line {
  const say = { kind: "say", text };
  const listen = { kind: "gather", input: ["speech", "keys"], prompt: [say], timeoutSeconds: 5 };
  return {
    ...{ second: from, kind: "instructions", milliseconds: 6 + (text.length % 9) },
    title: isLast ? `Say “${shorten(text)}” → Hang up` : `Listen after “${shorten(text)}”`,
    data: { instructions: isLast ? [say, { kind: "hang_up" }] : [listen] },
  };
}

function toolsOf({ outcome, actions = [] }: DemoCall): Line[] {
  const booked = actions.find(({ kind }) => kind === "booked");
  const promised = actions.find(({ kind }) => kind === "promised");
  const tool = (name: string, given: object, result: object, milliseconds: number): Line => ({
    ...{ second: 0, kind: "tool", title: `${name} done`, data: { given, result }, milliseconds },
  });
  return [
    ...(booked ? [tool("check_availability", { wish: booked.text }, { free: 3 }, 14)] : []),
    ...(booked ? [tool("book_appointment", { time: booked.text }, { status: "booked" }, 21)] : []),
    ...(outcome === "message_taken" && promised
      ? [tool("take_message", { about: promised.text }, { status: "kept" }, 9)]
      : []),
    ...(outcome === "transferred"
      ? [tool("transfer", { reason: "asked for" }, { status: "ringing" }, 12)]
      : []),
  ];
}

function ringing({ seconds }: DemoCall): Line[] {
  return [
    {
      second: 0.02,
      kind: "instructions",
      title: "Ring somebody",
      data: { instructions: [{ kind: "dial" }] },
    },
    { second: 0.4, kind: "note", title: "Anika is on another call" },
    { second: 0.5, kind: "note", title: "Olivia is away" },
    { second: seconds - 0.4, kind: "webhook", title: "Nobody took the call", data: { isBridged: false } },
  ];
}

function closed({ seconds }: DemoCall): Line[] {
  const text = "We are closed right now. Please call again during our opening hours, or leave a message.";
  return [
    { second: 0.02, kind: "note", title: "Outside opening hours" },
    {
      ...{ second: 0.03, kind: "instructions", title: `Say “${shorten(text)}” → Record a message` },
      data: {
        instructions: [
          { kind: "say", text },
          { kind: "record", maxSeconds: 120 },
        ],
      },
    },
    { second: seconds - 0.2, kind: "note", title: "The caller hung up before the tone" },
  ];
}

function voicemail({ seconds }: DemoCall): Line[] {
  return [
    {
      ...{
        second: 0.02,
        kind: "instructions",
        title: "Say “Please leave a message after the tone.” → Record a message",
      },
      data: { instructions: [{ kind: "record", maxSeconds: 120 }] },
    },
    { second: seconds, kind: "webhook", title: `Message of ${seconds} s recorded`, data: { seconds } },
  ];
}

function ending({ seconds, outcome, turns, isRecorded = true }: DemoCall): Line[] {
  const status = outcome === "missed" ? "no answer" : "completed";
  return [
    { second: seconds, kind: "status", title: `Carrier says ${status}`, data: { seconds, isNews: true } },
    ...(isRecorded && turns.length > 0
      ? [{ second: seconds + 1.2, kind: "job", title: "Recording stored" }]
      : []),
    { second: seconds + 2, kind: "job", title: "Summary written", data: { outcome }, milliseconds: 740 },
  ];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
