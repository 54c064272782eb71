import twilio from "twilio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { demoAccount, demoToken, type Stage, startStage } from "../testing";
import { readConnectionOverrides } from "./connection-overrides";
import { deliverWebhook } from "./deliver-webhook";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.product.asked.length = 0;
  stage.product.answers.clear();
});

function deliver(path: string, more: object = {}) {
  const { world } = stage.simulator;
  const account = world.store.accounts.get(demoAccount);
  if (!account) throw new Error("The demo account is missing");
  const told = { event: "test", target: "callbacks", about: "SM1", to: "+14155552671" } as const;
  const fields: [string, string][] = [["Body", "नमस्ते & more"]];
  return deliverWebhook(world, {
    account,
    url: stage.product.url + path,
    method: "POST",
    fields,
    ...told,
    ...more,
  });
}

describe("repeating a webhook", () => {
  it.each([
    ["/status", 503, 1],
    ["/status#rc=3&rp=5xx", 503, 4],
    ["/status#rc=2&rp=5xx", 404, 1],
    ["/status#rc=2&rp=4xx", 404, 3],
    ["/status#rc=0&rp=all", 500, 1],
    ["/status#rc=5&rp=all", 200, 1],
  ])("%s answered with %i is asked %i times, the fragment staying home", async (path, status, times) => {
    stage.product.answers.set("/status", { status });
    expect(await deliver(path)).toMatchObject({ status, attempts: times });
    expect(stage.product.asked.map((asked) => asked.path)).toEqual(
      Array.from({ length: times }, () => "/status"),
    );
    expect(
      new Set(stage.product.asked.map(({ headers }) => headers["i-twilio-idempotency-token"])).size,
    ).toBe(1);
  });

  it("tries a refused connection twice by default", async () => {
    const delivery = await deliver("", { url: "http://127.0.0.1:1/status" });
    expect(delivery).toMatchObject({ status: 0, failure: "ct", attempts: 2 });
  });

  it("gives up on a slow answer, and repeats only when told", async () => {
    stage.product.answers.set("/slow", "hang");
    expect(await deliver("/slow#rt=100")).toMatchObject({ status: 0, failure: "rt", attempts: 1 });
    expect(await deliver("/slow#rt=100&rc=1&rp=rt")).toMatchObject({ failure: "rt", attempts: 2 });
  });

  it("keeps overrides within Twilio's limits", () => {
    const { url, settings } = readConnectionOverrides(
      "https://x.test/a?b=1#ct=1&rt=99999&rc=9&rp=rt,4xx,nonsense",
    );
    expect(url).toBe("https://x.test/a?b=1");
    expect(settings).toMatchObject({ connectMs: 100, readMs: 15_000, retries: 5, retryOn: ["4xx", "rt"] });
  });
});

describe("signing a webhook", () => {
  it("puts the fields of a GET into the URL that is signed", async () => {
    await deliver("/voice?tenant=1", { method: "GET" });
    const [asked] = stage.product.asked;
    expect(asked).toMatchObject({ method: "GET", body: "" });
    expect(new URL(asked?.url ?? "").searchParams.get("Body")).toBe("नमस्ते & more");
    expect(
      twilio.validateRequest(demoToken, String(asked?.headers["x-twilio-signature"]), asked?.url ?? "", {}),
    ).toBe(true);
  });

  it("signs a JSON body by its hash", async () => {
    await deliver("/events?a=1", { json: { hello: "wörld" } });
    const [asked] = stage.product.asked;
    const signature = String(asked?.headers["x-twilio-signature"]);
    expect(twilio.validateRequestWithBody(demoToken, signature, asked?.url ?? "", asked?.body ?? "")).toBe(
      true,
    );
    expect(asked?.body).toBe('{"hello":"wörld"}');
  });

  it("sends credentials of the URL as Basic auth and signs the URL with them", async () => {
    const url = stage.product.url.replace("://", "://ann:secret@");
    await deliver("", { url: `${url}/status` });
    const [asked] = stage.product.asked;
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from("ann:secret").toString("base64")}`);
    const signature = String(asked?.headers["x-twilio-signature"]);
    expect(twilio.validateRequest(demoToken, signature, `${url}/status`, { Body: "नमस्ते & more" })).toBe(true);
  });
});
