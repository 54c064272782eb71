import { formatMicros } from "@/lib/kernel/money";
import { isWithin, nextLocalTime } from "@/lib/kernel/time";
import type { Reservation } from "@/lib/usage";
import type { CallFacts, Instead, Refusal, TextFacts, Verdict } from "./schema";

/** Decides about one outbound text. The order matters: what cannot be mended comes before what can wait. */
export function judgeText(facts: TextFacts): Verdict {
  if (facts.isSuspended)
    return refuse("suspended", "This business is suspended, so nothing is sent. Ask the administrator.", []);
  if (!facts.isNumberPossible)
    return refuse("invalid_number", "This is not a number that can receive texts.", [
      { kind: "correct_number" },
    ]);
  if (facts.isSuppressed)
    return refuse("opted_out", "This person texted STOP, so texts to them are blocked.", [
      { kind: "call" },
      { kind: "ask_to_text_start" },
    ]);
  if (facts.isCostly)
    return refuse(
      "country_not_allowed",
      "This is a premium, shared-cost or satellite number; texts to those are never sent.",
      [{ kind: "correct_number" }],
    );
  if (facts.country !== null && !facts.allowedCountries.includes(facts.country))
    return refuse(
      "country_not_allowed",
      `Texts to ${countryName(facts.country)} are switched off for this business.`,
      [{ kind: "allow_country", country: facts.country }],
    );
  if (isWindowClosed(facts)) return refuse("whatsapp_window", windowSentence(facts), windowInstead(facts));
  return judgeHour(facts);
}

const answerableMs = 60 * 60_000;

function judgeHour(facts: TextFacts): Verdict {
  const quiet = quietHoursNow(facts);
  if (!quiet) return { ok: true };
  const sinceInbound = facts.now.getTime() - (facts.lastInboundAt?.getTime() ?? 0);
  const isAnswer = facts.lastInboundAt !== null && sinceInbound < answerableMs;
  if (isAnswer || facts.insists) return { ok: true, despite: "quiet_hours" };
  const { until, zone } = quiet;
  const sentence =
    facts.zones.length > 1
      ? "It may be late at night where this person is, and your quiet hours are on."
      : `It is ${clockOf(facts.now, zone)} where this person is, and your quiet hours are on.`;
  return refuse("quiet_hours", sentence, [
    { kind: "send_later", at: until.toISOString(), zone },
    ...(facts.mayInsist ? [{ kind: "send_anyway" } as const] : []),
  ]);
}

/** When the quiet hours that reign now end, and on whose clock. Somebody who may live in several zones is left alone while it is quiet in any. */
function quietHoursNow({
  quietHours,
  zones,
  now,
}: Pick<TextFacts, "quietHours" | "zones" | "now">): { until: Date; zone: string } | null {
  if (!quietHours) return null;
  const quietZone = (at: Date) => zones.find((zone) => isWithin(quietHours, at, zone));
  let [until, zone] = [now, zones[0] ?? "UTC"];
  // Ends of different zones can lie in each other's quiet hours; so long hours that they always do end with the last one tried.
  for (let round = 0; round <= zones.length; round += 1) {
    const next = quietZone(until);
    if (next === undefined) break;
    [until, zone] = [nextLocalTime(until, quietHours.to, next), next];
  }
  return until > now ? { until, zone } : null;
}

function clockOf(at: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(at);
}

const emergencyNumbers = ["112", "911", "999", "000", "100", "101", "102", "108"];

/**
 * Decides about one outbound call. Whoever texted STOP may be called by a person, for the word is about texts, but not by
 * an assistant: to call by machine takes a consent that the word has withdrawn (47 CFR 64.1200(a)(10)).
 */
export function judgeCall(facts: CallFacts): Verdict {
  if (facts.isSuspended)
    return refuse("suspended", "This business is suspended, so nobody is called. Ask the administrator.", []);
  if (emergencyNumbers.includes(facts.spelling.replace(/\D/g, "")))
    return refuse("invalid_number", "Emergency numbers cannot be called from here. Use a telephone.", []);
  if (!facts.isNumberPossible)
    return refuse("invalid_number", "This is not a number that can be called.", [{ kind: "correct_number" }]);
  if (facts.isCostly)
    return refuse(
      "country_not_allowed",
      "This is a premium, shared-cost or satellite number; those are never called.",
      [{ kind: "correct_number" }],
    );
  if (facts.isOwnNumber)
    return refuse("invalid_number", "This is one of your own numbers. Enter the customer's number.", [
      { kind: "correct_number" },
    ]);
  if (facts.isUnwanted)
    return refuse(
      "opted_out",
      "This person opted out, so the receptionist does not call them. You can call them yourself.",
      [{ kind: "call" }],
    );
  if (facts.country !== null && !facts.allowedCountries.includes(facts.country))
    return refuse(
      "country_not_allowed",
      `Calls to ${countryName(facts.country)} are switched off for this business.`,
      [{ kind: "allow_country", country: facts.country }],
    );
  const quiet = quietHoursNow(facts);
  if (quiet) return refuse("quiet_hours", quietSentence(facts, quiet), [{ kind: "call" }]);
  return { ok: true };
}

function quietSentence({ zones, now }: CallFacts, { until, zone }: { until: Date; zone: string }): string {
  const isQuiet =
    zones.length > 1
      ? "It may be late at night where this person is, and your quiet hours are on."
      : `It is ${clockOf(now, zone)} where this person is, and your quiet hours are on.`;
  return `${isQuiet} The receptionist may call at ${clockOf(until, zone)} their time; you can call yourself.`;
}

/** The verdict when a day's cap is used up; decided by the database, worded here. */
export function capReached({ counter, cap, currency }: Extract<Reservation, { ok: false }>): Verdict {
  const limit =
    counter === "sms_segments"
      ? `${cap} text segments`
      : counter === "whatsapp_messages"
        ? `${cap} WhatsApp messages`
        : counter === "call_minutes"
          ? `${cap} minutes of calls`
          : formatMicros({ micros: cap, currency });
  return refuse("cap_reached", `Today's limit of ${limit} is used up.`, [{ kind: "raise_cap" }]);
}

function isWindowClosed(facts: TextFacts): boolean {
  if (facts.channel !== "whatsapp" || facts.isTemplate) return false;
  return facts.whatsappWindowEnd === null || facts.whatsappWindowEnd <= facts.now;
}

function windowSentence(facts: TextFacts): string {
  return facts.whatsappWindowEnd === null
    ? "WhatsApp allows free text only after the customer has written first."
    : "WhatsApp allows free text for 24 hours after the customer's last message; that time is over.";
}

function windowInstead(facts: TextFacts): Instead[] {
  const hasNumber = facts.to.includes("+");
  return [{ kind: "use_template" }, ...(hasNumber ? [{ kind: "use_channel", channel: "sms" } as const] : [])];
}

function refuse(reason: Refusal, sentence: string, instead: Instead[]): Verdict {
  return { ok: false, reason, sentence, instead };
}

function countryName(code: string): string {
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(code) ?? code;
}
