import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SentRequest } from "./check-request";

/** Stands between the product and the simulator, lets everything through, and remembers what was asked. */
export async function startRecordingProxy(target: string) {
  const sent: SentRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? "/", target);
    const host = String(request.headers["x-original-host"] ?? "api.twilio.com");
    const method = request.method ?? "GET";
    sent.push({ method, host, path: url.pathname, query: url.searchParams, form: new URLSearchParams(body) });
    const dropped = ["host", "connection", "content-length", "accept-encoding"];
    const headers = Object.entries(request.headers).filter(([name]) => !dropped.includes(name));
    const answer = await fetch(url, {
      method,
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(body ? { body } : {}),
      redirect: "manual",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const kept = [...answer.headers].filter(
      ([name]) => !["content-length", "content-encoding", "transfer-encoding", "connection"].includes(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept));
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
