import { fitOf } from "@/lib/language";
import type { BusinessFacts } from "../contract/facts";
import { callTool } from "../tools/call-tool";
import { type Desk, joined, type Reply, says } from "./desk";
import { isOpenNow, opensAgain } from "./tell-hours";

type Target = BusinessFacts["transfers"][number];

const emergencyNumbers: Readonly<Record<string, string>> = {
  ...{
    US: "911",
    CA: "911",
    MX: "911",
    GB: "999",
    IE: "112",
    IN: "112",
    AU: "000",
    NZ: "111",
    ES: "112",
    DE: "112",
    FR: "112",
  },
};

/** An emergency: the number that saves lives first, then the person the business named for it. */
export async function answerEmergency(desk: Desk): Promise<Reply> {
  const { say } = desk;
  const { facts } = desk.conversing;
  const number = emergencyNumbers[facts.business.country] ?? "112";
  const target = facts.transfers.find((one) => one.isEmergency);
  const isThrough = target !== undefined && (await putThrough(desk, target, "Emergency"));
  const text = say.emergency(number, isThrough && target ? nameOfTarget(target) : null);
  if (isThrough) return { text, task: { kind: "offer_message" }, question: say.offerMessage };
  return { text: joined(text, say.offerMessage), task: { kind: "offer_message" } };
}

/** Somebody wants a person: the one they named, else the first in the list, while the business is open. */
export async function answerPersonWish(desk: Desk): Promise<Reply> {
  const { say } = desk;
  const target = chooseTarget(desk);
  if (!target) return { text: joined(say.nobodyToReach, say.offerMessage), task: { kind: "offer_message" } };
  if (!isOpenNow(desk))
    return {
      text: joined(say.closedNow(opensAgain(desk)), say.offerMessage),
      task: { kind: "offer_message" },
    };
  return transferTo(desk, target);
}

/** Whether somebody of the list was asked for by name: "let me talk to Olivia". */
export function asksForListed(desk: Desk): boolean {
  const { transfers } = desk.conversing.facts;
  return says(desk, toTalk) && transfers.some((one) => fitOf(desk.input.said, one.label) > 0.3);
}

const toTalk = [
  "talk|speak|speaking|talking to|with",
  "put me through",
  "get me",
  "is .. there|available",
  "se baat",
  "से बात",
  "hablar con",
  "pasame|paseme",
];

/** An angry caller: an apology, and a person or a promise. */
export async function answerComplaint(desk: Desk): Promise<Reply> {
  const { say } = desk;
  const target = chooseTarget(desk);
  if (!target?.isReachable || !isOpenNow(desk))
    return { text: joined(say.sorryAbout, say.offerMessage), task: { kind: "offer_message" } };
  const label = nameOfTarget(target);
  return {
    text: joined(say.sorryAbout, say.offerPerson(label)),
    task: { kind: "person", targetId: target.id, label },
  };
}

/** Puts the caller through to somebody of the list. */
export async function transferTo(desk: Desk, target: { id: string; label: string }): Promise<Reply> {
  const { say } = desk;
  if (await putThrough(desk, target, briefOf(desk)))
    return {
      text: say.puttingThrough(nameOfTarget(target)),
      task: { kind: "offer_message" },
      question: say.offerMessage,
    };
  return { text: joined(say.nobodyToReach, say.offerMessage), task: { kind: "offer_message" } };
}

async function putThrough(desk: Desk, target: { id: string }, brief: string): Promise<boolean> {
  return (await callTool(desk.session, "transfer_call", { targetId: target.id, brief })).ok;
}

/** The person who was named or asked for by what they do; emergencies have their own. */
function chooseTarget(desk: Desk): Target | null {
  const { facts, receptionist } = desk.conversing;
  if (!receptionist.abilities.transfer) return null;
  const everyday = facts.transfers.filter((one) => !one.isEmergency);
  const named = everyday
    .map((target) => ({ target, score: fitOf(desk.input.said, target.label) }))
    .sort((a, b) => b.score - a.score)[0];
  if (named && named.score > 0.3) return named.target;
  return everyday.find((one) => one.isReachable) ?? everyday[0] ?? null;
}

/** "Front desk (Anika)" is said as "Anika". */
function nameOfTarget({ label }: { label: string }): string {
  return /\(([^)]+)\)/.exec(label)?.[1] ?? label;
}

function briefOf(desk: Desk): string {
  const lines = desk.input.history
    .filter((line) => line.speaker === "caller" && line.text.includes(" "))
    .slice(-2);
  const said = [...lines.map((line) => line.text), desk.input.said].join(" / ");
  const name = desk.conversing.caller.name;
  return `${name ? `${name} is calling. ` : ""}They said: ${said}`.slice(0, 300);
}
