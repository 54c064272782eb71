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
  overridden: "Repair takes the number off it, so that its own webhooks count again.",
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
