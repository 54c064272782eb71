import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient";
import { RateLimited } from "./outcome";

const timeoutMilliseconds = 10_000;

/** Makes the SDK's client. Apart from `client.ts` so that the SDK (200 ms, 37 MB) loads with the first call only. */
export function makeSdkClient(input: {
  accountSid: string;
  user: string;
  secret: string;
  apiBaseUrl: string | undefined;
}): twilio.Twilio {
  return twilio(input.user, input.secret, {
    accountSid: input.accountSid,
    env: { NODE_ENV: "production" }, // instead of process.env: TWILIO_EDGE and the like must not steer tenants
    lazyLoading: true,
    autoRetry: false,
    httpClient: new RedirectedClient(input.apiBaseUrl),
  });
}

/** Sends requests to another origin when one is configured; the intended host travels along in a header. */
class RedirectedClient extends twilio.RequestClient {
  readonly #baseUrl: string | undefined;

  constructor(baseUrl: string | undefined) {
    super({ timeout: timeoutMilliseconds, autoRetry: false });
    this.#baseUrl = baseUrl;
  }

  override async request<TData>(options: RequestClient.RequestOptions<TData>) {
    const response = await super.request<TData>(this.#baseUrl ? redirect(options, this.#baseUrl) : options);
    // The SDK's own exception would lose the headers, which say how long to wait.
    if (response.statusCode === 429) throw new RateLimited(readRetryAfter(response.headers));
    return response;
  }
}

function redirect<TData>(
  options: RequestClient.RequestOptions<TData>,
  baseUrl: string,
): RequestClient.RequestOptions<TData> {
  const intended = new URL(options.uri);
  return {
    ...options,
    uri: baseUrl + intended.pathname + intended.search,
    headers: { ...options.headers, "x-original-host": intended.host },
  };
}

function readRetryAfter(headers: unknown): number {
  const value =
    typeof headers === "object" && headers !== null && "retry-after" in headers ? headers["retry-after"] : "";
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3_600) : 1;
}
