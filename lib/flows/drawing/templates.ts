import type { FlowGraph, Step } from "../graph/step";
import type { NewFlow } from "./schema";

const receptionist: Step = { kind: "receptionist" };
const message: Step = { kind: "voicemail", greeting: "", maxSeconds: 120, next: null };

const menu: FlowGraph = {
  start: "menu",
  steps: {
    menu: {
      ...{ kind: "menu", hears: true, tries: 3, noInput: "receptionist" },
      prompt: "Thank you for calling. Press 1 to talk with us, or 2 to leave a message.",
      choices: [
        { key: "1", label: "Talk with us", words: ["talk", "somebody"], next: "receptionist" },
        { key: "2", label: "Leave a message", words: ["message", "voicemail"], next: "message" },
      ],
    },
    receptionist,
    message,
  },
};

const hours: FlowGraph = {
  start: "hours",
  steps: {
    hours: { kind: "hours", open: "receptionist", closed: "closed" },
    receptionist,
    closed: { kind: "say", text: "We are closed right now.", next: "message" },
    message,
  },
};

/** What a new flow is drawn with: something that works at once and shows how it goes on. */
export function templateOf(begin: NewFlow["begin"]): FlowGraph {
  if (begin === "receptionist") return { start: "receptionist", steps: { receptionist } };
  return begin === "menu" ? menu : hours;
}
