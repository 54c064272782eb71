import { unsafePlatformSql } from "@/lib/db";
import { env } from "@/lib/env";
import { newId } from "@/lib/kernel/ids";
import { signRequest } from "@/simulator/webhooks/sign-request";
import { webhookRoutes } from "./table";

/** The platform's account while the simulator stands in for the carrier. */
export const platformAccount = {
  accountSid: "AC00000000000000000000000000000001",
  authToken: "0123456789abcdef0123456789abcdef",
};

/** Another business's account. */
export const foreignAccount = {
  accountSid: "AC00000000000000000000000000000004",
  authToken: "00000000000000000000000000000004",
};

/** One request of the carrier. Only `path` (with its query) is needed; the rest says what is odd about it. */
export type Delivery = {
  path: string;
  method?: "GET" | "POST";
  fields?: Record<string, string>;
  /** The raw body in place of fields. */
  body?: string | Uint8Array<ArrayBuffer>;
  /** Whose token signs it; null: nobody's. */
  token?: string | null;
  /** The URL that is signed; default: the public one of `path`. */
  signedUrl?: string;
  /** The URL as the request claims it; default: the public one of `path`. */
  url?: string;
  headers?: Record<string, string>;
};

/** A signed request as the carrier sends it, by the simulator's own signature code. */
export function carrierRequest({ path, method = "POST", ...delivery }: Delivery): Request {
  const { token = platformAccount.authToken, fields = {}, headers = {} } = delivery;
  const body = delivery.body ?? new URLSearchParams(fields).toString();
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const signedUrl = delivery.signedUrl ?? env.publicUrl + path;
  const pairs = method === "GET" ? [] : [...new URLSearchParams(text)];
  return new Request(delivery.url ?? env.publicUrl + path, {
    method,
    ...(method === "GET" ? {} : { body }),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...(token === null ? {} : { "x-twilio-signature": signRequest(token, signedUrl, pairs) }),
      ...headers,
    },
  });
}

/** Sends a request to the route that the table has for its path, as the web process does. */
export async function deliver(delivery: Delivery): Promise<Response> {
  const request = carrierRequest(delivery);
  const given = (delivery.path.split("?")[0] ?? "").split("/");
  for (const { method, path, answer } of webhookRoutes) {
    const params = method === request.method && readParams(path.split("/"), given);
    if (params) return answer(request, params);
  }
  throw new Error(`No webhook has the path ${delivery.path}.`);
}

function readParams(wanted: string[], given: string[]): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = decodeURIComponent(value);
    else if (segment !== value) return null;
  }
  return params;
}

/** A new message id as the carrier makes them. */
export function newSid(): string {
  return `SM${newId().replaceAll("-", "")}`;
}

/** The fields of an inbound text. */
export function textFields(to: string, overrides: Record<string, string> = {}): Record<string, string> {
  const sid = overrides.MessageSid ?? newSid();
  return {
    ...{ MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, AccountSid: platformAccount.accountSid },
    ...{ From: "+14155552671", To: to, Body: "Do you have Friday?", NumMedia: "0", NumSegments: "1" },
    ...{ SmsStatus: "received", ApiVersion: "2010-04-01" },
    ...overrides,
  };
}

/** The fields of a delivery state. */
export function statusFields(
  sid: string,
  status: string,
  overrides: Record<string, string> = {},
): Record<string, string> {
  return {
    ...{ MessageSid: sid, SmsSid: sid, MessageStatus: status, SmsStatus: status },
    ...{ AccountSid: platformAccount.accountSid, From: "+15005550006", To: "+14155552671" },
    ...overrides,
  };
}

/** How many rows each table holds, all tenants together. */
export function unsafeRowCounts(): Promise<Record<string, number>> {
  return unsafePlatformSql("a test looks for traces in every table", async (sql) => {
    const tables = await sql.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%' ORDER BY 1`,
    );
    const counted = tables.map(
      ({ name }) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`,
    );
    const rows = await sql.rows<{ name: string; count: number }>(counted.join(" UNION ALL "));
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  });
}
