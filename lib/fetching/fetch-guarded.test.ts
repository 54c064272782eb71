import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { type FetchFunction, type FetchRequest, fetchGuarded } from "./fetch-guarded";
import { guardedAgent } from "./guarded-agent";
import { isPublicAddress } from "./public-address";

const limits = { maxBytes: 1_000, timeoutMilliseconds: 2_000 };
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

function reply(
  status: number,
  headers: Record<string, string>,
  text = "",
): Awaited<ReturnType<FetchFunction>> {
  return new Response(status === 204 ? null : text, { status, headers });
}

describe("an address", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.19.0.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2002:7f00:1::",
    "2001::1",
    "localhost",
    "",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe("an URL", () => {
  const never: FetchFunction = async () => {
    throw new Error("was fetched");
  };
  it.each([
    "http://example.com/",
    "https://example.com:22/",
    "https://user:pass@example.com/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "gopher://example.com/",
    "no url",
    "",
  ])("%j is refused before anything is sent", async (url) => {
    expect(await fetchGuarded({ url, ...limits }, { fetch: never })).toEqual({
      ok: false,
      reason: "url_refused",
    });
  });

  it("of another host than the listed ones is refused", async () => {
    const request = { url: "https://evil.example/", allowHosts: ["api.twilio.com"], ...limits };
    expect(await fetchGuarded(request, { fetch: never })).toEqual({ ok: false, reason: "url_refused" });
  });
});

describe("dialling", () => {
  it.each([
    ["an inside address", [{ address: "127.0.0.1", family: 4 }]],
    [
      "an inside address among public ones",
      [
        { address: "93.184.216.34", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
    ],
    ["no address", []],
  ])("a name that leads to %s is refused", async (_, addresses) => {
    const agent = guardedAgent((_host, done) => done(null, addresses));
    const answer = await fetchGuarded({ url: "https://rebound.example/", ...limits }, { agent });
    expect(answer).toEqual({ ok: false, reason: "address_refused" });
  });

  it("a name nobody knows is unreachable", async () => {
    const agent = guardedAgent((_host, done) => done(new Error("ENOTFOUND"), []));
    const answer = await fetchGuarded({ url: "https://nowhere.example/", ...limits }, { agent });
    expect(answer).toEqual({ ok: false, reason: "unreachable" });
  });
});

describe("an answer", () => {
  it("from the trusted origin is read although it is inside", async () => {
    const origin = await listen((request, response) => {
      response.setHeader("content-type", "image/png; charset=x");
      response.end(request.headers.authorization);
    });
    const answer = await fetchGuarded({
      url: `${origin}/a`,
      headers: { authorization: "Basic x" },
      trustedOrigins: [origin],
      contentTypes: ["image/"],
      ...limits,
    });
    expect(answer).toMatchObject({ ok: true, status: 200, contentType: "image/png" });
    expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe("Basic x");
  });

  it("that is too long, announced or not, is cut off", async () => {
    const origin = await listen((request, response) => {
      if (request.url === "/announced") response.setHeader("content-length", "5000");
      for (let part = 0; part < 50; part += 1) response.write("x".repeat(100));
      response.end();
    });
    for (const path of ["/announced", "/streamed"]) {
      const answer = await fetchGuarded({ url: origin + path, trustedOrigins: [origin], ...limits });
      expect(answer).toEqual({ ok: false, reason: "too_large" });
    }
  });

  it("of another type is refused, an error status is an answer", async () => {
    const fetch: FetchFunction = async (url) =>
      url.endsWith("/404")
        ? reply(404, { "content-type": "text/html" })
        : reply(200, { "content-type": "text/html" });
    const request = { url: "https://example.com/", contentTypes: ["image/", "application/pdf"], ...limits };
    expect(await fetchGuarded(request, { fetch })).toEqual({ ok: false, reason: "type_refused" });
    expect(await fetchGuarded({ ...request, url: "https://example.com/404" }, { fetch })).toMatchObject({
      status: 404,
    });
  });

  it("that does not come in time is given up", async () => {
    const origin = await listen(() => undefined);
    const request = { url: origin, trustedOrigins: [origin], maxBytes: 10, timeoutMilliseconds: 50 };
    expect(await fetchGuarded(request)).toEqual({ ok: false, reason: "timeout" });
  });
});

describe("a redirect", () => {
  const seen: { url: string; headers: Record<string, string> }[] = [];
  function hops(...locations: string[]): FetchFunction {
    seen.length = 0;
    return async (url, init) => {
      seen.push({ url, headers: init.headers });
      const location = locations[seen.length - 1];
      return location ? reply(302, { location }) : reply(200, {}, "end");
    };
  }
  const request: FetchRequest = {
    url: "https://api.twilio.com/media",
    headers: { Authorization: "Basic x", "X-Auth-Token": "t", accept: "image/*" },
    allowHosts: ["api.twilio.com"],
    redirectHosts: "public",
    redirects: 3,
    ...limits,
  };

  it("to another origin goes without credentials", async () => {
    expect(await fetchGuarded(request, { fetch: hops("https://media.example/x") })).toMatchObject({
      ok: true,
    });
    expect(seen[1]).toEqual({
      url: "https://media.example/x",
      headers: { accept: "image/*", "accept-encoding": "identity" },
    });
  });

  it("within the origin keeps them, and loses them for good on the way out and back", async () => {
    await fetchGuarded(request, { fetch: hops("/next") });
    expect(seen[1]?.headers.Authorization).toBe("Basic x");
    await fetchGuarded(request, { fetch: hops("https://media.example/x", "https://api.twilio.com/again") });
    expect(seen[2]?.headers.Authorization).toBeUndefined();
  });

  it.each([
    ["inside", ["https://127.0.0.1/"]],
    ["to http", ["http://example.com/"]],
    ["to metadata over two hops", ["https://example.com/", "https://169.254.169.254/"]],
    ["a fourth time", ["/1", "/2", "/3", "/4"]],
    ["to nonsense", ["https://"]],
  ])("%s is refused", async (_, locations) => {
    expect(await fetchGuarded(request, { fetch: hops(...locations) })).toEqual({
      ok: false,
      reason: "redirect_refused",
    });
  });

  it("is refused where none is expected, or to a host that is not listed", async () => {
    const none = await fetchGuarded({ ...request, redirects: 0 }, { fetch: hops("/next") });
    expect(none).toEqual({ ok: false, reason: "redirect_refused" });
    const { redirectHosts: _, ...strict } = request;
    const foreign = await fetchGuarded(strict, { fetch: hops("https://media.example/") });
    expect(foreign).toEqual({ ok: false, reason: "redirect_refused" });
  });
});
