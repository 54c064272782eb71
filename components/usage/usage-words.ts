import type { ChartColour, ChartData } from "@/components/charts/chart-data";
import { dayWords } from "@/components/dashboard/board-words";
import { formatMicros, formatMoney, toMoney } from "@/lib/kernel/money";
import type { UsageCap, UsageKind, UsageSum, UsageView } from "@/lib/usage/schema";

const kinds: Record<UsageKind, { word: string; unit: string; colour: ChartColour }> = {
  sms: { word: "SMS", unit: "segments", colour: "sms" },
  whatsapp: { word: "WhatsApp", unit: "messages", colour: "good" },
  call_minute: { word: "Calls", unit: "minutes", colour: "call" },
  number_month: { word: "Numbers", unit: "months", colour: "wave" },
};

/** A kind for people. */
export function kindWord(kind: UsageKind): string {
  return kinds[kind].word;
}

/** What a kind is counted in, with its count. */
export function unitWords({ kind, units }: Pick<UsageSum, "kind" | "units">): string {
  const { unit } = kinds[kind];
  return `${units.toLocaleString("en")} ${units === 1 ? unit.slice(0, -1) : unit}`;
}

/** Which way, for people. */
export function wayWord(direction: UsageSum["direction"]): string {
  return { inbound: "In", outbound: "Out", both: "Rent" }[direction];
}

/** Sums in money, one per currency: "$12.40 + ₹90.00". */
export function costWords(sums: readonly UsageSum[]): string {
  const all = new Map<string, number>();
  for (const { micros, currency } of sums) all.set(currency, (all.get(currency) ?? 0) + micros);
  const words = [...all].map(([currency, micros]) => formatMoney(toMoney({ micros, currency })));
  return words.length > 0 ? words.join(" + ") : formatMoney({ minor: 0, currency: "USD" });
}

/** A sum that may be less than a cent. */
export function exactWords({ micros, currency }: Pick<UsageSum, "micros" | "currency">): string {
  return formatMicros({ micros, currency });
}

/** A limit of the day for people: its name, and how far it is. */
export function capWords({ what, used, cap, currency }: UsageCap): { name: string; detail: string } {
  if (what === "spend") {
    const [spent, limit] = [used, cap].map((micros) =>
      formatMoney(toMoney({ micros, currency: currency ?? "USD" })),
    );
    return { name: `Spending in ${currency}`, detail: `${spent} of ${limit}` };
  }
  const name = {
    sms_segments: "SMS segments",
    whatsapp_messages: "WhatsApp messages",
    call_minutes: "Minutes of outgoing calls",
  }[what];
  return { name, detail: `${used.toLocaleString("en")} of ${cap.toLocaleString("en")}` };
}

/** The currencies that something was spent in, the most used first. */
export function currenciesOf({ days }: UsageView): string[] {
  const counts = new Map<string, number>();
  for (const { currency } of days.flatMap(({ sums }) => sums))
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([currency]) => currency);
}

/** What each day cost in a currency, by kind. */
export function costChart({ days }: UsageView, currency: string): ChartData {
  const shown = (Object.keys(kinds) as UsageKind[]).filter((kind) =>
    days.some(({ sums }) => sums.some((sum) => sum.kind === kind && sum.currency === currency)),
  );
  return {
    ...{ title: "Cost per day", axis: "Day", format: `money ${currency}` },
    series: shown.map((key) => ({ key, word: kinds[key].word, colour: kinds[key].colour })),
    points: days.map(({ day, sums }) => ({
      ...{ x: dayTick(day, days.length), label: dayWords(day, "short") },
      values: Object.fromEntries(shown.map((kind) => [kind, costOf(sums, kind, currency)])),
    })),
  };
}

function costOf(sums: readonly UsageSum[], kind: UsageKind, currency: string): number {
  const micros = sums
    .filter((sum) => sum.kind === kind && sum.currency === currency)
    .reduce((all, sum) => all + sum.micros, 0);
  return Math.round(micros / 100) / 10_000;
}

function dayTick(day: string, count: number): string {
  const words = dayWords(day, "short").split(" ");
  return count <= 7 ? `${words[0]} ${words[1]}` : `${words[1]} ${words[2]}`;
}
