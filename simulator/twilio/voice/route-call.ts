import type { Target } from "../../instructions";
import type { LifeMoment, Routing } from "../../voice/call";
import type { Application, Call, IncomingNumber } from "../../world/records";
import type { World } from "../../world/world";

type Webhooks = Pick<
  IncomingNumber & Application,
  | "voiceUrl"
  | "voiceMethod"
  | "voiceFallbackUrl"
  | "voiceFallbackMethod"
  | "statusCallback"
  | "statusCallbackMethod"
>;

/** An application on the number beats the number's own URLs; a call made over REST says where its requests go. */
export function routeCall(world: World, call: Call): Routing {
  return call.direction === "inbound" ? routeInbound(world, call) : routeOutbound(world, call);
}

/** A browser's call has the application of its token, any other one that of its number. */
function routeInbound(world: World, call: Call): Routing {
  const own = world.store.applications.get(call.request.ApplicationSid?.[0] ?? "");
  if (own) return routeBy(own);
  const number = world.store.numbers.get(call.numberSid ?? "");
  const webhooks = world.store.applications.get(number?.voiceApplicationSid ?? "") ?? number;
  return webhooks ? routeBy(webhooks) : { answer: null, callbacks: [], isSigned: true };
}

function routeBy(webhooks: Webhooks): Routing {
  const status = target(webhooks.statusCallback, webhooks.statusCallbackMethod);
  return {
    answer: target(webhooks.voiceUrl, webhooks.voiceMethod) ?? null,
    fallback: target(webhooks.voiceFallbackUrl, webhooks.voiceFallbackMethod),
    callbacks: status ? [{ target: status, moments: ["ended"] }] : [],
    isSigned: true,
  };
}

const momentOf: Record<string, LifeMoment> = {
  initiated: "initiated",
  ringing: "ringing",
  answered: "answered",
  completed: "ended",
};

function routeOutbound(world: World, { request }: Call): Routing {
  const one = (name: string) => request[name]?.[0] ?? "";
  const application = world.store.applications.get(one("ApplicationSid"));
  const url = target(one("Url"), one("Method"));
  if (!url && application) return routeBy(application);
  const events = (request.StatusCallbackEvent ?? ["completed"]).flatMap((event) => event.split(" "));
  const status = target(one("StatusCallback"), one("StatusCallbackMethod"));
  const document = one("Twiml");
  return {
    answer: url ?? (document ? { document } : null),
    fallback: target(one("FallbackUrl"), one("FallbackMethod")),
    callbacks: status ? [{ target: status, moments: events.flatMap((event) => momentOf[event] ?? []) }] : [],
    isSigned: true,
  };
}

function target(url: string, method: string): Target | undefined {
  return url ? { url, method: method.toUpperCase() === "GET" ? "GET" : "POST" } : undefined;
}
