import { createServer } from "node:http";
import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient";
import { type Simulator, startSimulator } from "./start-simulator";

/** What the product under test was asked. */
export type Asked = {
  method: string;
  /** Full URL as the carrier requested it. */
  url: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  form: URLSearchParams;
};

export type Product = {
  url: string;
  asked: Asked[];
  /** How it answers, by path; 200 with an empty `<Response/>` unless set. `hang` never answers. */
  answers: Map<string, { status: number; body?: string } | "hang">;
  /** Resolves when `isThere` is true of what was asked so far; fails after three seconds. */
  until(isThere: (asked: Asked[]) => boolean): Promise<void>;
  close(): Promise<void>;
};

export const demoAccount = "AC00000000000000000000000000000001";
export const demoToken = "0123456789abcdef0123456789abcdef";
export const demoNumber = "+15005550006";

/** A stand-in for the product: it writes down every webhook. */
export async function startProduct(): Promise<Product> {
  const asked: Asked[] = [];
  const answers: Product["answers"] = new Map();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const path = request.url ?? "/";
    const headers = request.headers;
    const url = `http://${headers.host}${path}`;
    asked.push({ method: request.method ?? "", url, path, headers, body, form: new URLSearchParams(body) });
    const answer = answers.get(path.split("?")[0] ?? path) ?? { status: 200, body: "<Response/>" };
    if (answer === "hang") return;
    response.writeHead(answer.status, { "content-type": "text/xml" }).end(answer.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const until: Product["until"] = (isThere) => waitFor(() => isThere(asked));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://localhost:${port}`, asked, answers, until, close };
}

/** Looks again until `isTrue`; fails after three seconds. */
export async function waitFor(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (Date.now() < deadline) {
    if (await isTrue()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("It did not happen within three seconds");
}

export type Stage = { simulator: Simulator; product: Product; close(): Promise<void> };

/** A simulator and a product stand-in that know each other. */
export async function startStage(): Promise<Stage> {
  const product = await startProduct();
  const simulator = await startSimulator({ port: 0, publicUrl: product.url });
  return {
    simulator,
    product,
    close: async () => void (await Promise.all([simulator.close(), product.close()])),
  };
}

/** The real `twilio` package, sent to the simulator. */
export function twilioClient(
  simulatorUrl: string,
  username = demoAccount,
  password = demoToken,
  accountSid?: string,
) {
  return twilio(username, password, { httpClient: new RedirectedClient(simulatorUrl), accountSid });
}

class RedirectedClient extends twilio.RequestClient {
  readonly #origin: string;

  constructor(origin: string) {
    super();
    this.#origin = origin;
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const url = new URL(options.uri);
    const headers = { ...options.headers, "x-original-host": url.host };
    return super.request<T>({ ...options, headers, uri: this.#origin + url.pathname + url.search });
  }
}

/** Posts JSON to the simulator's own API. */
export async function post(url: string, body: unknown) {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, init);
  return { status: response.status, json: await response.json() };
}
