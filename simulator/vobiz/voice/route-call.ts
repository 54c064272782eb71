import type { Target } from "../../instructions";
import type { Routing } from "../../voice/call";
import type { Call } from "../../world/records";
import type { World } from "../../world/world";
import { vobizMemory } from "../memory/memory";

/** A number's webhooks stand on its application; a call made over REST brings its own. */
export function routeVobizCall(world: World, call: Call): Routing {
  return call.direction === "inbound" ? routeInbound(world, call) : routeOutbound(call);
}

function routeInbound(world: World, call: Call): Routing {
  const number = world.store.numbers.get(call.numberSid ?? "");
  const application = vobizMemory(world).applications.get(number?.voiceApplicationSid ?? "");
  if (!application) return { answer: null, callbacks: [], isSigned: false };
  const answer = target(application.answerUrl, application.answerMethod);
  const hangup = target(application.hangupUrl, application.hangupMethod) ?? answer;
  return {
    answer: answer ?? null,
    fallback: target(application.fallbackUrl, application.fallbackMethod),
    callbacks: hangup ? [{ target: hangup, moments: ["ended"] }] : [],
    isSigned: application.isSigned || hasCredentials(application.answerUrl),
  };
}

/** Without a hangup URL the answer URL hears of the hang-up too (a trap of Vobiz's). */
function routeOutbound({ request }: Call): Routing {
  const one = (name: string) => request[name]?.[0] ?? "";
  const answer = target(one("answer_url"), one("answer_method"));
  const ring = target(one("ring_url"), one("ring_method"));
  const hangup = target(one("hangup_url"), one("hangup_method")) ?? answer;
  return {
    answer: answer ?? null,
    fallback: target(one("fallback_url"), one("fallback_method")),
    callbacks: [
      ...(ring ? [{ target: ring, moments: ["ringing" as const] }] : []),
      ...(hangup ? [{ target: hangup, moments: ["ended" as const] }] : []),
    ],
    isSigned: true,
  };
}

function hasCredentials(url: string): boolean {
  return URL.canParse(url) && new URL(url).username !== "";
}

function target(url: string, method: string): Target | undefined {
  return url ? { url, method: method.toUpperCase() === "GET" ? "GET" : "POST" } : undefined;
}
