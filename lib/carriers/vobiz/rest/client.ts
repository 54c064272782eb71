import type { Connection } from "../../ports/connection";
import { carrierFailure } from "../../ports/failure";
import { readCredentials, type VobizCredentials } from "../facts/credentials";
import { description } from "../facts/description";
import { readAnswer, readNetworkFailure, type VobizAnswer } from "./outcome";

const timeoutMilliseconds = 10_000;

/**
 * A request to Vobiz. `path` is what follows /api/v1, its casing and trailing slash exactly as documented: a wrong
 * one is answered with 401 or 404 (contract §3). `{id}` stands for the account's Auth ID.
 */
export type VobizRequest = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  body?: Readonly<Record<string, unknown>>;
};

/** Asks Vobiz once; every failure is an outcome. Redirects are refused, since they would carry the token away. */
export async function askVobiz(connection: Connection, request: VobizRequest): Promise<VobizAnswer> {
  const credentials = readCredentials(connection.credentials);
  if (!credentials) return { outcome: "rejected", code: "http_401", message: "Malformed credentials" };
  try {
    const response = await fetch(urlOf(connection, credentials, request), {
      method: request.method,
      headers: {
        "x-auth-id": credentials.authId,
        "x-auth-token": credentials.authToken,
        ...(request.body ? { "content-type": "application/json" } : {}),
      },
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return readAnswer(response.status, response.headers.get("retry-after"), await response.text());
  } catch (error) {
    return readNetworkFailure(error);
  }
}

/** The same for reads: the body, null for 404, else throws. */
export async function readVobiz(connection: Connection, request: VobizRequest): Promise<unknown> {
  const answer = await askVobiz(connection, request);
  if (answer.outcome === "answered") return answer.body;
  if (answer.outcome !== "rejected") {
    throw carrierFailure({ code: answer.outcome, message: answer.why, retryable: true });
  }
  if (answer.code === "http_404") return null;
  throw carrierFailure({ code: answer.code, message: answer.message, retryable: false });
}

function urlOf(connection: Connection, credentials: VobizCredentials, request: VobizRequest): string {
  const base = (connection.apiBaseUrl ?? description.apiBaseUrl)
    .replace(/\/+$/, "")
    .replace(/\/api\/v1$/, "");
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : "";
  return `${base}/api/v1${request.path.replace("{id}", credentials.authId)}${search}`;
}
