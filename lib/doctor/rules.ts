import type { RoutingFinding } from "@/lib/numbers/rules";
import type { Finding } from "./schema";

/** The worst of several tones. */
export function worst(findings: readonly Pick<Finding, "tone">[]): Finding["tone"] {
  if (findings.some(({ tone }) => tone === "bad")) return "bad";
  return findings.some(({ tone }) => tone === "warn") ? "warn" : "good";
}

const cures: Record<RoutingFinding["kind"], string> = {
  missing_number: "Connect the account that has this number, or release the number here.",
  not_set: "Repair sets it.",
  other_url: "If you moved it on purpose, release the number here. Otherwise Repair brings it back.",
  wrong_method: "Repair sets it to POST.",
  overridden: "Repair lets the number's own webhooks count again.",
  missing_application: "Repair attaches the number to this desk's application.",
  blocked: "Look into the carrier's console: it says why.",
};

/** A difference at the carrier as a line of the doctor's. */
export function describeDrift(drift: RoutingFinding): Finding {
  const canRepair = drift.kind !== "missing_number" && drift.kind !== "blocked";
  return {
    key: `webhook:${drift.field}`,
    title: drift.field === "number" ? "Number" : `Webhook: ${drift.field}`,
    ...{ tone: drift.tone, sentence: drift.sentence, cure: cures[drift.kind] },
    ...{ expected: drift.expected, actual: drift.actual || "nothing" },
    ...(canRepair ? { repair: "webhooks" as const } : {}),
  };
}

/** What a difference between our clock and another's means for signatures and tokens. */
export function judgeClock(skewMilliseconds: number): Finding {
  const seconds = Math.round(Math.abs(skewMilliseconds) / 1000);
  const subject = { key: "clock", title: "Clock" };
  if (seconds <= 5)
    return { ...subject, tone: "good", sentence: "Database and server agree about the time." };
  return {
    ...subject,
    tone: seconds > 60 ? "bad" : "warn",
    sentence: `The server's clock is ${seconds} seconds away from the database's.`,
    cure: "Switch on time synchronisation (NTP): tokens of the softphone are refused when the clock is wrong.",
  };
}

/** What came back from a rehearsal. `status` 0: nothing did, and `text` says why. */
export type RehearsalAnswer = { status: number; text: string; isOurs: boolean; milliseconds: number };

// Callers begin to hear silence after about three seconds.
const mostMilliseconds = 3_000;

/** A rehearsed call: its first words, and what it said when nobody spoke (null: it does not listen at first). */
export function judgeRehearsedCall(greeting: RehearsalAnswer, silence: RehearsalAnswer | null): Finding {
  const subject = { key: "rehearsal:call", title: "Rehearsal call" };
  const broken = brokenRehearsal(greeting, "call");
  if (broken) return { ...subject, tone: "bad", ...broken };
  if (!saysSomething(greeting.text))
    return {
      ...subject,
      tone: "bad",
      sentence: "The call was taken, but nothing happens on it: the caller hears silence, or is hung up on.",
      cure: "Choose what happens to calls on this number: Settings, Numbers.",
    };
  const cut =
    silence && (brokenRehearsal(silence, "call") ?? (saysSomething(silence.text) ? null : nothingMore));
  if (cut)
    return {
      ...subject,
      tone: "bad",
      sentence: `The call would end after its greeting. ${cut.sentence}`,
      cure: cut.cure,
    };
  const slowest = Math.max(greeting.milliseconds, silence?.milliseconds ?? 0);
  const seconds = (slowest / 1000).toFixed(1);
  if (slowest > mostMilliseconds)
    return {
      ...subject,
      tone: "warn",
      sentence: `It was answered, but only after ${seconds} seconds: callers hear silence meanwhile.`,
      cure: "Look at the load of the server and of its database, and how far away the proxy stands.",
    };
  const onward = silence ? " It went on when the caller said nothing." : "";
  return {
    ...subject,
    tone: "good",
    sentence: `Answered after ${seconds} s by what happens on this number.${onward} Nothing of it was kept.`,
  };
}

const nothingMore = {
  sentence: "When the caller says something, no further instructions come.",
  cure: "Look at what happens to calls on this number: Settings, Numbers.",
};

/** A rehearsed text. */
export function judgeRehearsedText(answer: RehearsalAnswer): Finding {
  const subject = { key: "rehearsal:text", title: "Rehearsal text" };
  const broken = brokenRehearsal(answer, "text");
  if (broken) return { ...subject, tone: "bad", ...broken };
  return { ...subject, tone: "good", sentence: "It reached the inbox, and was taken back." };
}

function saysSomething(document: string): boolean {
  const inner = /<Response[^>]*>([\s\S]*)<\/Response>/i.exec(document)?.[1]?.trim() ?? "";
  return inner !== "" && !/^<(Hangup|Reject)\b[^>]*\/?>/i.test(inner);
}

function brokenRehearsal(
  { status, text, isOurs }: RehearsalAnswer,
  what: "call" | "text",
): { sentence: string; cure: string } | null {
  if (status === 0)
    return {
      sentence: `The ${what} did not arrive (${text}).`,
      cure: "Check PUBLIC_URL, DNS, the certificate, the tunnel and the firewall: the carrier must reach the same address.",
    };
  if (status === 403)
    return {
      sentence: `The ${what} arrived, but its signature was not believed: something on the way changes the address or the body, or the token was just replaced.`,
      cure: "The proxy must pass path, query and body on unchanged. After a token was replaced look again in a few seconds.",
    };
  if (status >= 300)
    return {
      sentence: `The ${what} was answered with ${status}.`,
      cure: "Look into the log of this desk at this minute, and at the proxy before it.",
    };
  if (isOurs) return null;
  return {
    sentence: `Something else than this desk answered the ${what}.`,
    cure: "Check PUBLIC_URL and the proxy: POST requests to /api must reach this desk.",
  };
}

/** What is left in an account that is paid in advance. */
export function judgeBalance(
  { amount, currency }: { amount: number; currency: string },
  label: string,
): Finding {
  const subject = { key: "balance", title: "Money in the account" };
  const left = `${amount.toFixed(2)} ${currency}`;
  if (amount > 5) return { ...subject, tone: "good", sentence: `${left} left.` };
  const cure = `Add money in ${label}'s console, or switch on automatic recharging there.`;
  if (amount > 0) return { ...subject, tone: "warn", sentence: `Only ${left} left.`, cure };
  return { ...subject, tone: "bad", sentence: `${left} left: ${label} refuses texts and calls.`, cure };
}
