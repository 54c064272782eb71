import { createServer } from "node:http";
import { openWebhook, type WebhookRequest } from "../ports/webhook-request";

/** A product that believes nothing and remembers everything: what carriers send, opened as the real one would. */
export async function startWebhookCatcher(answer: (request: WebhookRequest) => string | null) {
  const caught: WebhookRequest[] = [];
  let publicUrl = "";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const opened = openWebhook({
      method: request.method ?? "",
      target: request.url ?? "",
      headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks).toString(),
      publicUrls: [publicUrl],
    });
    caught.push(opened);
    const xml = answer(opened);
    response.writeHead(xml === null ? 204 : 200, { "content-type": "text/xml" });
    response.end(xml ?? undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  publicUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { publicUrl, caught, close };
}
