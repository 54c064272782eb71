import type { Around, FlowInput, FlowState, Played } from "./graph/schema";
import type { FlowGraph } from "./graph/step";
import { beginFlow, interpret } from "./steps/interpret";

/** Everything around a call at ten on a Friday, while the business is open. */
export const anyAround: Around = {
  ...{ isOpen: true, isHoliday: false, weekday: 5, minute: 600, elapsedSeconds: 10 },
  caller: { address: "+12015550123", country: "US", isKnown: false },
  ...{ talk: "gather", voice: "", greeting: "Riverside Dental, this is Ava.", languages: ["en-US"] },
  ...{ recording: "off", limits: { turns: 60, minutes: 15, toolCalls: 20, texts: 2 } },
  callerId: "+15005550006",
  targets: {},
  links: {
    input: "https://x.example/gather?turn=1",
    wait: "https://x.example/gather?turn=1&wait=1",
    dialed: "https://x.example/dialed",
    recorded: "https://x.example/recorded",
    recording: "https://x.example/recording-status?of=call",
    voicemail: "https://x.example/recording-status?of=voicemail",
    onward: "https://x.example/onward",
    leg: "https://x.example/status",
    paid: "https://x.example/paid",
    payment: "https://x.example/payment-status",
    session: "https://x.example/session",
    socket: "wss://x.example/socket/t",
  },
};

/** Plays a call from its beginning; the answers in words, one line each: what is said, and what is done. */
export function playCall(
  flow: FlowGraph,
  inputs: readonly FlowInput[],
  around: Partial<Around> = {},
): { lines: string[]; state: FlowState; texts: string[] } {
  let state = beginFlow(flow, "en-US");
  const texts: string[] = [];
  const lines = [{ kind: "answered" as const }, ...inputs].map((input) => {
    const played = interpret(flow, state, input, { ...anyAround, ...around });
    state = played.state;
    texts.push(...played.texts);
    return inLine(played);
  });
  return { lines, state, texts };
}

function inLine({ output }: Played): string {
  if (output.do === "ask") return `think about ${output.said}`;
  return output.instructions
    .map((one) => {
      if (one.kind === "say") return `say ${one.text}`;
      if (one.kind === "gather")
        return `ask ${one.prompt.map((part) => (part.kind === "say" ? part.text : part.kind)).join(" ")}`;
      if (one.kind === "dial")
        return `dial ${one.targets.map((target) => (target.kind === "number" ? target.e164 : target.kind)).join(" ")}`;
      return one.kind;
    })
    .join("; ");
}
