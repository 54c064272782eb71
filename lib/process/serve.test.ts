import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { addressHeader } from "@/lib/kernel/callers";
import { type Served, type Serving, serve } from "./serve";

const open: Serving[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((serving) => serving.stop()));
});

async function start(served: Partial<Served>): Promise<{ url: string; port: number; serving: Serving }> {
  const rest: Served["rest"] = async (_request, response) => void response.end("from next");
  const serving = serve({
    origin: () => "https://desk.example",
    native: [],
    streams: [],
    sockets: [],
    rest,
    ...served,
  });
  open.push(serving);
  await serving.listen(0);
  const address = serving.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, serving };
}

test("a native route gets the raw target, its parameters, the body and the sender's address", async () => {
  const { port } = await start({
    native: [
      {
        method: "POST",
        path: "/api/twilio/{slug}/sms",
        answer: async (request, params) =>
          Response.json({
            url: request.url,
            slug: params.slug,
            body: await request.text(),
            from: request.headers.get(addressHeader),
          }),
      },
    ],
  });
  const answer = await sendRaw(
    port,
    "POST /api/twilio/ri%76er/sms?x=%zz&&a=../b HTTP/1.1\r\nHost: evil\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
  );
  expect(JSON.parse(answer.slice(answer.indexOf("{")))).toEqual({
    url: "https://desk.example/api/twilio/ri%76er/sms?x=%zz&&a=../b",
    slug: "river",
    body: "abc",
    from: "127.0.0.1",
  });
});

test("what no table has, another method included, falls through to Next", async () => {
  const { url } = await start({
    native: [{ method: "POST", path: "/hook", answer: async () => new Response("native") }],
  });
  expect(await (await fetch(`${url}/hook`, { method: "POST" })).text()).toBe("native");
  expect(await (await fetch(`${url}/hook`)).text()).toBe("from next");
  expect(await (await fetch(`${url}/hook/`, { method: "POST" })).text()).toBe("from next");
});

test.each([
  ["announced", `Content-Length: 20\r\n\r\n${"a".repeat(20)}`],
  ["counted while it comes", `Transfer-Encoding: chunked\r\n\r\n14\r\n${"a".repeat(20)}\r\n0\r\n\r\n`],
])("a body that is too large, %s, gets 413 and is not answered", async (_how, rest) => {
  let answered = false;
  const { port } = await start({
    native: [
      {
        method: "POST",
        path: "/hook",
        maxBytes: 10,
        answer: async () => {
          answered = true;
          return new Response();
        },
      },
    ],
  });
  expect(await sendRaw(port, `POST /hook HTTP/1.1\r\nHost: x\r\n${rest}`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(answered).toBe(false);
});

test("status, headers and several cookies of a response arrive", async () => {
  const headers = new Headers({ "content-type": "text/xml" });
  headers.append("set-cookie", "a=1");
  headers.append("set-cookie", "b=2");
  const answer = async () => new Response("<Response/>", { status: 201, headers });
  const { url } = await start({ native: [{ method: "GET", path: "/xml", answer }] });
  const response = await fetch(`${url}/xml`);
  expect([
    response.status,
    response.headers.get("content-type"),
    response.headers.get("content-length"),
  ]).toEqual([201, "text/xml", "11"]);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("stopping answers what is in flight, opens no stream any more and then closes the port", async () => {
  let finish: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let answer: (response: Response) => void = () => undefined;
  const { url, serving } = await start({
    native: [
      {
        method: "GET",
        path: "/slow",
        answer: () => {
          finish();
          return new Promise<Response>((resolve) => {
            answer = resolve;
          });
        },
      },
    ],
  });
  const inFlight = fetch(`${url}/slow`);
  await begun;
  const stopped = serving.stop();
  answer(new Response("done"));
  expect(await (await inFlight).text()).toBe("done");
  await stopped;
  await expect(fetch(`${url}/slow`)).rejects.toThrow();
});

test("an upgrade that nobody knows is refused", async () => {
  const { port } = await start({});
  const answer = await sendRaw(
    port,
    "GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

test("two routes for one path are a mistake", () => {
  const answer = async () => new Response();
  const native = ["/a/{one}", "/a/{other}"].map((path) => ({ method: "GET" as const, path, answer }));
  expect(() =>
    serve({ origin: () => "", native, streams: [], sockets: [], rest: async () => undefined }),
  ).toThrow("Two routes answer /a/{other}.");
});

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      answer += chunk;
      if (/^HTTP\/1\.1 4/.test(answer) && answer.includes("\r\n\r\n")) socket.destroy();
    });
    socket.once("close", () => resolve(answer));
    socket.once("error", reject);
  });
}
