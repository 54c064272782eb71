import type { CarrierDescription, NumberRouting, OwnedNumber, SenderPool } from "@/lib/carriers";
import type { WebhookUrls } from "@/lib/connections/rules";

/** One difference between what a number should have and what the carrier has. */
export type RoutingFinding = {
  field: "answer" | "status" | "text" | "fallback" | "text fallback" | "application" | "number";
  kind:
    | "missing_number"
    | "not_set"
    | "other_url"
    | "wrong_method"
    | "overridden"
    | "missing_application"
    | "blocked";
  expected: string;
  actual: string;
  /** bad: calls or texts do not arrive; warn: they do, something is missing. */
  tone: "bad" | "warn";
  sentence: string;
};

/** What a number is compared with. `applicationId`: the application it should hang on, where webhooks belong to one. */
export type Expectation = {
  urls: WebhookUrls;
  applicationId: string | null;
  description: CarrierDescription;
};

/** The pool that takes a number's texts away from its own webhook: one that has it, decides itself, and not for us. */
export function poolOver(
  pools: readonly SenderPool[],
  e164: string,
  { text }: Pick<WebhookUrls, "text">,
): SenderPool | undefined {
  return pools.find(
    (pool) => pool.numbers.includes(e164) && !pool.defersToNumber && pool.inboundUrl !== text,
  );
}

/** What a pool that outranks a number means for its texts. */
export function describePool({ name, inboundUrl }: SenderPool, { text }: WebhookUrls): RoutingFinding {
  const goesTo = inboundUrl ? `they go to ${hostOf(inboundUrl)}` : "they go nowhere";
  const sentence = `The number stands in the Messaging Service "${name}", which silently outranks the number's own text webhook: ${goesTo}.`;
  return { ...finding("text", "overridden", text, inboundUrl, sentence) };
}

/** Compares a number with what the carrier has, field by field; empty when all is as it should be. */
export function compareRouting(actual: OwnedNumber | null, wanted: Expectation): RoutingFinding[] {
  const { label } = wanted.description;
  if (!actual)
    return [
      finding(
        "number",
        "missing_number",
        "in this account",
        "",
        `This number is not in the connected ${label} account.`,
      ),
    ];
  if (actual.status !== "active")
    return [
      finding(
        "number",
        "blocked",
        "active",
        actual.status,
        `${label} says that this number is ${actual.status === "releasing" ? "being released" : "blocked"}.`,
      ),
    ];
  return wanted.description.webhooksBelongTo === "application"
    ? compareByApplication(actual, wanted)
    : compareByNumber(actual, wanted);
}

function compareByNumber(actual: OwnedNumber, { urls, description }: Expectation): RoutingFinding[] {
  const { routing } = actual;
  if (actual.overriddenBy) return [overridden(actual, description.label), ...texts(routing, urls)];
  return [
    ...compareUrl("answer", "Calls", urls.answer, routing.answerUrl, routing.answerMethod, "bad"),
    ...compareUrl("status", "Ends of calls", urls.status, routing.statusUrl, routing.statusMethod, "warn"),
    ...compareUrl("fallback", "Second attempts at calls", urls.fallback, routing.fallbackUrl, "POST", "warn"),
    ...texts(routing, urls),
  ];
}

function texts(routing: NumberRouting, urls: WebhookUrls): RoutingFinding[] {
  return [
    ...compareUrl("text", "Texts", urls.text, routing.textUrl, routing.textMethod, "bad"),
    ...compareUrl(
      "text fallback",
      "Second attempts at texts",
      urls.textFallback,
      routing.textFallbackUrl,
      "POST",
      "warn",
    ),
  ];
}

function overridden(actual: OwnedNumber, label: string): RoutingFinding {
  const what = actual.overriddenBy === "trunk" ? "a SIP trunk" : "an application";
  const sentence = `At ${label} the number hangs on ${what}, which silently outranks its own webhooks: calls go there and never reach this desk.`;
  return finding("application", "overridden", "none", actual.overriddenBy ?? "", sentence);
}

function compareByApplication(actual: OwnedNumber, wanted: Expectation): RoutingFinding[] {
  const { urls, applicationId, description } = wanted;
  const { routing } = actual;
  if (actual.overriddenBy === "trunk") return [overridden(actual, description.label)];
  if (routing.applicationId === "")
    return [
      finding(
        "application",
        "missing_application",
        applicationId ?? "an application",
        "",
        `At ${description.label} the number is attached to no application, so nobody is asked what to do with its calls.`,
      ),
    ];
  return [
    ...compareUrl("answer", "Calls", urls.answer, routing.answerUrl, routing.answerMethod, "bad"),
    ...compareUrl("status", "Ends of calls", urls.status, routing.statusUrl, routing.statusMethod, "warn"),
  ];
}

function compareUrl(
  field: RoutingFinding["field"],
  what: string,
  expected: string,
  actual: string,
  method: string,
  tone: "bad" | "warn",
): RoutingFinding[] {
  if (expected === "") return [];
  if (actual === "")
    return [
      {
        field,
        kind: "not_set",
        expected,
        actual,
        tone,
        sentence: `${what}: no webhook is set at the carrier.`,
      },
    ];
  if (actual !== expected)
    return [
      {
        field,
        kind: "other_url",
        expected,
        actual,
        tone,
        sentence: `${what} go to another address: ${hostOf(actual)}.${almost(expected, actual)}`,
      },
    ];
  if (method !== "" && method !== "POST")
    return [
      {
        field,
        kind: "wrong_method",
        expected: "POST",
        actual: method,
        tone: "warn",
        sentence: `${what} come with ${method} in place of POST.`,
      },
    ];
  return [];
}

/** What is wrong with an address that is nearly right. */
function almost(expected: string, actual: string): string {
  if (!URL.canParse(expected) || !URL.canParse(actual)) return "";
  const [wanted, given] = [new URL(expected), new URL(actual)];
  if (wanted.host !== given.host) return "";
  if (wanted.protocol !== given.protocol)
    return ` It begins with ${given.protocol}// in place of ${wanted.protocol}//, and signatures cover that.`;
  if (wanted.pathname.split("/")[3] !== given.pathname.split("/")[3])
    return " That is this desk, but the name of the business in it is not yours.";
  return "";
}

function finding(
  field: RoutingFinding["field"],
  kind: RoutingFinding["kind"],
  expected: string,
  actual: string,
  sentence: string,
): RoutingFinding {
  return { field, kind, expected, actual, tone: "bad", sentence };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host + new URL(url).pathname : url;
}

/** The channels that a number can have, from what the carrier says it can do. WhatsApp is switched on by hand. */
export function kindsOf(capabilities: { voice: boolean; sms: boolean }): ("sms" | "voice")[] {
  return [
    ...(capabilities.sms ? (["sms"] as const) : []),
    ...(capabilities.voice ? (["voice"] as const) : []),
  ];
}

/** The question that must be typed to release a number: the number itself. */
export function releaseWord(e164: string): string {
  return e164;
}
