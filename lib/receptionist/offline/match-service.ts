import { fitOf, tellingWords, weightsAmong } from "@/lib/language";
import type { BusinessFacts } from "../contract/facts";
import type { Desk } from "./desk";

export type Service = BusinessFacts["services"][number];

const clear = 0.34;

/** The services that what was said may mean, best first: one when it is clear, several when it is not, none. */
export function matchServices(
  desk: Desk,
  services: readonly Service[] = desk.conversing.facts.services,
): Service[] {
  const weightOf = weightsAmong(services.map((one) => one.name));
  const scored = services
    .map((service) => ({ service, score: scoreOf(desk.input.said, service, weightOf) }))
    .filter(({ score }) => score >= clear)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score > best - 0.12).map(({ service }) => service);
}

function scoreOf(said: string, service: Service, weightOf: (word: string) => number): number {
  const byName = fitOf(said, service.name, weightOf);
  const extra = tellingWords(said).some((word) => tellingWords(service.description).includes(word))
    ? 0.15
    : 0;
  return byName > 0 ? byName + extra : extra;
}

/** Services that can be booked. */
export function bookable(desk: Desk): Service[] {
  return desk.conversing.facts.services.filter((one) => one.isBookable);
}

/** A service's name as it stands inside a sentence. */
export function inSentence(name: string, desk: Desk): string {
  if (desk.language !== "en") return name;
  const small = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return `${/^[aeiou]/i.test(small) ? "an" : "a"} ${small}`;
}

/** The service by its id. */
export function serviceOf(desk: Desk, id: string | null): Service | undefined {
  return desk.conversing.facts.services.find((one) => one.id === id);
}
