import type { Fault } from "../world/faults";
import { newUuid } from "../world/random";
import type { Account } from "../world/records";
import type { World } from "../world/world";
import { type Attempt, attemptRequest, type Outgoing } from "./attempt";
import { type ConnectionSettings, readConnectionOverrides } from "./connection-overrides";
import { type Fields, signRequest, withBodyHash } from "./sign-request";

/** A request from the carrier to the product. */
export type Webhook = {
  account: Account;
  /** As configured, with or without a fragment of connection overrides. */
  url: string;
  method: string;
  fields: Fields;
  /** Sent as the body instead of `fields`; the URL gets its hash. */
  json?: unknown;
  /** What it tells, for the ledger: `message.inbound`, `message.status`, `call.answer`, … */
  event: string;
  /** `callbacks` report a state, `webhooks` deliver something and read the answer. Faults are aimed by this. */
  target: "callbacks" | "webhooks";
  /** The message or call it is about. */
  about: string;
  /** The number that `match.to` of a fault is compared with. */
  to: string;
  /** For tests: sign with another key, or not at all. */
  signature?: "genuine" | "forged" | "none";
  /** Same event, same token, over retries and duplicates. */
  idempotencyToken?: string;
  /** Called when a fault holds this delivery back, so that later ones need not wait for it. */
  onHeldBack?: () => void;
  /** Further headers. */
  headers?: Record<string, string>;
  /** Puts another carrier's signature headers in place of Twilio's. */
  sign?: (url: string, fields: Fields, isForged: boolean) => Record<string, string>;
};

/** The last attempt, and whether the product got it at all. */
export type Delivery = Attempt & { url: string; attempts: number; dropped: boolean };

/**
 * Delivers a webhook as Twilio does: signed, in time, repeated as the URL's fragment says, and
 * disturbed as the standing faults command. Never throws; every attempt stands in the ledger.
 */
export async function deliverWebhook(world: World, webhook: Webhook): Promise<Delivery> {
  const { url, settings } = readConnectionOverrides(webhook.url);
  const faults = strike(world, webhook, url);
  const token = webhook.idempotencyToken ?? newUuid(world.random);
  if (has(faults, "drop")) return droppedDelivery(world, webhook, url);
  const wait = Math.max(0, ...faults.map(waitOf));
  if (wait > 0) webhook.onHeldBack?.();
  if (wait > 0) await new Promise<void>((resolve) => world.schedule(wait, resolve));
  const forged = has(faults, "forge") || webhook.signature === "forged";
  const signature = forged ? "forged" : (webhook.signature ?? "genuine");
  const outgoing = render({ ...webhook, url, signature }, token);
  const patience = impatient(settings, faults);
  const [delivery] = await Promise.all([
    repeat(world, webhook, outgoing, patience),
    ...(has(faults, "duplicate") ? [repeat(world, webhook, outgoing, patience)] : []),
  ]);
  return delivery;
}

function strike(world: World, { target, event, method, to }: Webhook, url: string): Fault[] {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const faults = world.faults.strike({ target, path, method: method.toUpperCase(), to });
  for (const { id, kind } of faults) {
    world.ledger.write("fault.applied", { fault: id, target, fault_kind: kind, event, path, to });
  }
  return faults;
}

function waitOf({ kind, milliseconds }: Fault): number {
  if (kind === "latency") return milliseconds ?? 1_000;
  return kind === "reorder" ? (milliseconds ?? 300) : 0;
}

/** A `timeout` fault makes the carrier give up early instead of making the product slow. */
function impatient(settings: ConnectionSettings, faults: Fault[]): ConnectionSettings {
  const timeout = faults.find((fault) => fault.kind === "timeout");
  return timeout ? { ...settings, totalMs: timeout.milliseconds ?? 1 } : settings;
}

function render(webhook: Webhook, token: string): Outgoing {
  const { account, method, fields, json, signature } = webhook;
  const isGet = method.toUpperCase() === "GET";
  const query = new URLSearchParams(fields).toString();
  const text = json === undefined ? query : JSON.stringify(json);
  const url =
    json !== undefined
      ? withBodyHash(webhook.url, text)
      : isGet
        ? withQuery(webhook.url, query)
        : webhook.url;
  const signed = json !== undefined || isGet ? [] : fields;
  const key = signature === "forged" ? `${account.token}-forged` : account.token;
  const genuine = webhook.sign
    ? webhook.sign(url, signed, signature === "forged")
    : { "x-twilio-signature": signRequest(key, url, signed) };
  const headers = {
    accept: "*/*",
    ...(account.carrier === "twilio"
      ? { "user-agent": "TwilioProxy/1.1", "i-twilio-idempotency-token": token }
      : { "user-agent": "Vobiz" }),
    ...(isGet ? {} : { "content-type": contentType(json !== undefined) }),
    ...(signature === "none" ? {} : genuine),
    ...webhook.headers,
  };
  return { method: method.toUpperCase(), url, headers, body: isGet ? undefined : text };
}

function contentType(isJson: boolean): string {
  return isJson ? "application/json" : "application/x-www-form-urlencoded; charset=UTF-8";
}

function withQuery(url: string, query: string): string {
  if (!query) return url;
  return `${url}${url.includes("?") ? "&" : "?"}${query}`;
}

async function repeat(
  world: World,
  webhook: Webhook,
  outgoing: Outgoing,
  settings: ConnectionSettings,
): Promise<Delivery> {
  for (let attempts = 1; ; attempts += 1) {
    const attempt = await attemptRequest(outgoing, settings);
    record(world, webhook, outgoing.url, attempt, attempts);
    const again = attempt.failure !== null && settings.retryOn.includes(attempt.failure);
    if (!again || attempts > settings.retries)
      return { ...attempt, url: outgoing.url, attempts, dropped: false };
  }
}

function record(world: World, webhook: Webhook, url: string, attempt: Attempt, attempts: number): void {
  const { account, event, about, to, method, fields } = webhook;
  const { status, ms, error } = attempt;
  const kind = attempt.failure === null ? "webhook.delivered" : "webhook.failed";
  const summary = { carrier: account.carrier, accountSid: account.sid, event, about, to, method, url };
  world.ledger.write(kind, {
    ...summary,
    status,
    ms,
    attempt: attempts,
    error,
    fields: Object.fromEntries(fields),
  });
}

function droppedDelivery(world: World, { account, event, about, to }: Webhook, url: string): Delivery {
  world.ledger.write("webhook.dropped", {
    carrier: account.carrier,
    accountSid: account.sid,
    event,
    about,
    to,
    url,
  });
  const lost = { status: 0, body: "", contentType: "", ms: 0, failure: null, error: "A fault dropped it." };
  return { ...lost, url, attempts: 0, dropped: true };
}

function has(faults: Fault[], kind: Fault["kind"]): boolean {
  return faults.some((fault) => fault.kind === kind);
}
