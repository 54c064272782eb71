import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** What the stub answers to one request. */
export type StubAnswer = {
  /** Text, in the pieces in which it is streamed. */
  say?: readonly string[];
  /** Requests for tools; a text instead of arguments is sent as it is, JSON or not. */
  tools?: readonly { name: string; arguments?: unknown }[];
  /** An error status instead of an answer. */
  status?: number;
  /** Sent in place of the event stream. */
  raw?: string;
  /** Milliseconds before the first byte, and between pieces. */
  stallMs?: number;
  everyMs?: number;
  /** Closes the connection after so many pieces. */
  breakAfter?: number;
};

/** What a request to the stub held. */
export type StubRequest = {
  messages: { role: string; content: string | null; tool_calls?: unknown; tool_call_id?: string }[];
  tools: { function: { name: string; parameters: Record<string, unknown> } }[];
  authorization: string | undefined;
};

export type StubModel = {
  /** For `baseUrl`. */
  url: string;
  requests: StubRequest[];
  /** How many connections were opened; fewer than requests when they are kept alive. */
  connections(): number;
  /** How many requests the other side gave up. */
  aborted(): number;
  /** Answers the following requests in order; the last answer repeats. */
  script(...answers: (StubAnswer | ((request: StubRequest) => StubAnswer))[]): void;
  close(): Promise<void>;
};

/** A server that speaks the Chat Completions API and says what a script tells it, good or bad. No model behind it. */
export async function startStubModel(): Promise<StubModel> {
  const requests: StubRequest[] = [];
  let answers: readonly (StubAnswer | ((request: StubRequest) => StubAnswer))[] = [{ say: ["Hello."] }];
  let [served, connections, aborted] = [0, 0, 0];
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    response.on("close", () => {
      if (!response.writableFinished) aborted += 1;
    });
    const next = answers[Math.min(served++, answers.length - 1)] ?? {};
    await answer(response, typeof next === "function" ? next(request) : next);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    connections: () => connections,
    aborted: () => aborted,
    script: (...next) => {
      answers = next;
      served = 0;
    },
    close: () => closeServer(server),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<StubRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  const body = JSON.parse(Buffer.concat(parts).toString("utf8"));
  return { messages: body.messages, tools: body.tools ?? [], authorization: incoming.headers.authorization };
}

async function answer(response: ServerResponse, given: StubAnswer): Promise<void> {
  if (given.stallMs) await delay(given.stallMs);
  if (given.status) {
    response.writeHead(given.status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "scripted", type: "scripted" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (given.raw !== undefined) {
    response.end(given.raw);
    return;
  }
  const deltas = [...(given.say ?? []).map((content) => ({ content })), ...toolDeltas(given.tools ?? [])];
  for (const [index, delta] of deltas.entries()) {
    if (given.breakAfter === index) return void response.destroy();
    if (index > 0 && given.everyMs) await delay(given.everyMs);
    response.write(event({ delta, finish_reason: null }));
  }
  response.write(event({ delta: {}, finish_reason: given.tools ? "tool_calls" : "stop" }));
  response.end("data: [DONE]\n\n");
}

function toolDeltas(tools: NonNullable<StubAnswer["tools"]>) {
  return tools.flatMap(({ name, arguments: given = {} }, index) => {
    const json = typeof given === "string" ? given : JSON.stringify(given);
    const half = Math.ceil(json.length / 2);
    return [
      {
        tool_calls: [
          {
            index,
            id: `call_${index}`,
            type: "function",
            function: { name, arguments: json.slice(0, half) },
          },
        ],
      },
      { tool_calls: [{ index, function: { arguments: json.slice(half) } }] },
    ];
  });
}

function event(choice: object): string {
  const chunk = {
    id: "chunk",
    object: "chat.completion.chunk",
    created: 0,
    model: "stub",
    choices: [{ index: 0, ...choice }],
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
