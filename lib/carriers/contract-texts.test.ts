import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator } from "@/simulator/start-simulator";
import type { Connection } from "./ports/connection";
import type { WebhookRequest } from "./ports/webhook-request";
import { allCarriers } from "./registry";
import { demoAccounts } from "./testing/demo-accounts";
import { askHandset, breakNextPost } from "./testing/simulator-control";
import { startWebhookCatcher } from "./testing/webhook-catcher";

let catcher: Awaited<ReturnType<typeof startWebhookCatcher>>;
let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  catcher = await startWebhookCatcher(() => "<Response/>");
  simulator = await startSimulator({ port: 0, publicUrl: catcher.publicUrl });
});
afterAll(async () => {
  await simulator.close();
  await catcher.close();
});

describe.each(allCarriers().filter((one) => one.texting))("$description.label's texts", (subject) => {
  const { name } = subject.description;
  const { credentials, number, person } = demoAccounts[name];
  const connection = (): Connection => ({ credentials, apiBaseUrl: simulator.url });
  const url = (path: string) => `${catcher.publicUrl}/api/${name}/contract/${path}`;

  const text = () =>
    ({ channel: "sms", to: person, from: number, body: "Hi", statusUrl: url("text-status/1") }) as const;

  it("are sent, seen, listed, and their delivery comes back in believed webhooks", async () => {
    catcher.caught.length = 0;
    const after = new Date();
    const sent = await subject.texting?.send(connection(), text());
    if (sent?.outcome !== "accepted") throw new Error(JSON.stringify(sent));
    expect(await subject.texting?.fetch(connection(), sent.sid)).toMatchObject({
      body: "Hi",
      direction: "outbound",
    });
    const listed = await subject.texting?.list(connection(), { channel: "sms", to: person, after });
    expect(listed?.map((one) => one.sid)).toContain(sent.sid);
    await expect.poll(() => deliveries(sent.sid), { timeout: 10_000 }).toContain("delivered");
    await subject.texting?.redact(connection(), sent.sid);
    expect(await subject.texting?.fetch(connection(), sent.sid)).toMatchObject({ body: "" });
  });

  function deliveries(sid: string): string[] {
    return catcher.caught
      .filter((request) => subject.webhooks.verify(request, [credentials]).ok)
      .map((request) => subject.webhooks.parseTextStatus(request))
      .flatMap((parsed) => (parsed.ok && parsed.value.sid === sid ? [parsed.value.status] : []));
  }

  it("that were not answered are found in the list", async () => {
    const body = `lost ${Date.now()}`;
    await breakNextPost(simulator.url, "500-after", "Messages");
    expect(await subject.texting?.send(connection(), { ...text(), body })).toMatchObject({
      outcome: "unknown",
    });
    const listed = await subject.texting?.list(connection(), { channel: "sms", to: person, from: number });
    expect(listed?.filter((one) => one.body === body)).toHaveLength(1);
  });

  /** Not the states of earlier texts and calls, which may still drop in. */
  function arrived(): WebhookRequest[] {
    return catcher.caught.filter((request) => request.target.includes("/sms"));
  }

  it("that arrive are believed and read, their pictures fetched", async () => {
    catcher.caught.length = 0;
    const picture = { contentType: "image/png", data: Buffer.from("picture").toString("base64") };
    const message = { carrier: name, from: person, to: number, body: "Grüß ✓", media: [picture] };
    await askHandset(simulator.url, "messages", message);
    const request = arrived()[0];
    if (!request) throw new Error("no webhook came");
    expect(subject.webhooks.verify(request, [credentials])).toMatchObject({ ok: true });
    const parsed = subject.webhooks.parseText(request);
    expect(parsed).toMatchObject({
      ok: true,
      value: { from: person, to: number, body: "Grüß ✓", channel: "sms" },
    });
    const media = parsed.ok ? parsed.value.media[0] : undefined;
    const fetched = await subject.texting?.fetchMedia(connection(), media?.url ?? "");
    expect(fetched).toMatchObject({ ok: true, contentType: "image/png" });
    expect(fetched?.ok && Buffer.from(fetched.bytes).toString()).toBe("picture");
  });

  it("that are forged are not believed", async () => {
    catcher.caught.length = 0;
    await askHandset(simulator.url, "messages", {
      carrier: name,
      from: person,
      to: number,
      body: "x",
      signature: "forged",
    });
    await askHandset(simulator.url, "messages", {
      carrier: name,
      from: person,
      to: number,
      body: "x",
      signature: "none",
    });
    const verdicts = arrived().map((request) => subject.webhooks.verify(request, [credentials]));
    expect(verdicts).toMatchObject([{ reason: "bad_signature" }, { reason: "missing_signature" }]);
  });
});
