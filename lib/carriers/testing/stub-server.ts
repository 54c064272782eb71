import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request as a stub saw it. */
export type SeenRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
};

/** What a stub does with a request: answer, or cut the connection after reading it. */
export type StubAnswer =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | "cut";

/** A small carrier on loopback for tests, remembering what it was asked. */
export async function startStub(answer: (request: SeenRequest) => StubAnswer) {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://stub");
    const asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    seen.push(asked);
    reply(response, answer(asked));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, answer: StubAnswer): void {
  if (answer === "cut") return void response.socket?.destroy();
  const isJson = answer.json !== undefined;
  response.writeHead(answer.status, {
    "content-type": isJson ? "application/json" : "text/html",
    ...answer.headers,
  });
  response.end(isJson ? JSON.stringify(answer.json) : (answer.text ?? ""));
}
