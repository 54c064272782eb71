import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSimulator } from "@/simulator/start-simulator";
import { explainFailure } from "./explain";
import type { Carrier } from "./ports/carrier";
import type { Connection } from "./ports/connection";
import type { Instruction } from "./ports/instructions";
import type { WebhookRequest } from "./ports/webhook-request";
import { carrier, isCarrierName } from "./registry";
import { demoAccounts } from "./testing/demo-accounts";
import { askHandset, breakNextPost } from "./testing/simulator-control";
import { startWebhookCatcher } from "./testing/webhook-catcher";

const greeting: Instruction[] = [{ kind: "say", text: "Hello & welcome" }, { kind: "hang_up" }];
let catcher: Awaited<ReturnType<typeof startWebhookCatcher>>;
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let speaking: Carrier = carrier("twilio");

beforeAll(async () => {
  catcher = await startWebhookCatcher((request) =>
    request.target.includes("answer") ? (speaking.voice?.render(greeting) ?? null) : null,
  );
  simulator = await startSimulator({ port: 0, publicUrl: catcher.publicUrl });
});
afterEach(() => simulator.world.faults.clear());
afterAll(async () => {
  await simulator.close();
  await catcher.close();
});

describe.each(["twilio", "vobiz"] as const)("%s", (name) => {
  const subject = carrier(name);
  const { credentials, number, country, person, secret } = demoAccounts[name];
  const connection = (): Connection => ({ credentials, apiBaseUrl: simulator.url });
  const url = (path: string) => `${catcher.publicUrl}/api/${name}/contract/${path}`;

  describe("describes itself", () => {
    const { description } = subject;
    it("by its name, with a sentence for each thing it lacks", () => {
      expect(description.name).toBe(name);
      expect(isCarrierName(name)).toBe(true);
      const lacking = Object.entries(description.capabilities).filter(([, able]) => !able);
      expect(Object.keys(description.missing).sort()).toEqual(
        lacking.map(([capability]) => capability).sort(),
      );
    });

    it("has the ports that its capabilities promise", () => {
      const { capabilities } = description;
      expect(Boolean(subject.texting)).toBe(capabilities.sms || capabilities.whatsapp);
      expect(Boolean(subject.voice)).toBe(capabilities.voice);
      expect(Boolean(subject.numbers)).toBe(capabilities.numbers);
      expect(Boolean(subject.recordings)).toBe(capabilities.recordings);
    });

    it("keeps every port small", () => {
      const ports = [subject.account, subject.applications, subject.texting, subject.numbers, subject.voice];
      for (const port of [...ports, subject.recordings, subject.webhooks]) {
        expect(Object.keys(port ?? {}).length).toBeLessThanOrEqual(8);
      }
    });

    it("accepts real credentials and marks what is secret", () => {
      const values: Readonly<Record<string, string>> = credentials;
      for (const field of description.credentialFields.filter((one) => one.required)) {
        expect(values[field.name]).toMatch(new RegExp(field.pattern));
      }
      expect(description.credentialFields.find((field) => field.name === secret)?.secret).toBe(true);
    });
  });

  describe("the account", () => {
    it("verifies", async () => {
      expect(await subject.account.verify(connection())).toMatchObject({ ok: true, status: "active" });
    });

    it("refuses a wrong token and a malformed one, each in its own way", async () => {
      const wrong = { ...connection(), credentials: { ...credentials, [secret]: "f".repeat(32) } };
      const refused = await subject.account.verify(wrong);
      expect(refused).toMatchObject({ ok: false, reason: "refused" });
      if (!refused.ok && refused.reason === "refused") {
        expect(explainFailure(name, refused.code)).toMatchObject({ kind: "credentials" });
      }
      const malformed = { ...connection(), credentials: { ...credentials, [secret]: "short" } };
      expect(await subject.account.verify(malformed)).toMatchObject({
        ok: false,
        reason: "format",
        field: secret,
      });
    });

    it("says when nobody answers", async () => {
      const nowhere = { credentials, apiBaseUrl: "http://127.0.0.1:9" };
      expect(await subject.account.verify(nowhere)).toMatchObject({ ok: false, reason: "unreachable" });
    });
  });

  describe("applications", () => {
    const input = {
      name: "Trunkline contract",
      answerUrl: "https://desk.example/a",
      statusUrl: "https://desk.example/s",
    };
    it("are made, found, changed and removed", async () => {
      const { applications } = subject;
      const made = await applications?.create(connection(), input);
      if (made?.outcome !== "accepted") throw new Error(JSON.stringify(made));
      expect(await applications?.list(connection(), input.name)).toMatchObject([
        { id: made.sid, answerUrl: input.answerUrl },
      ]);
      await applications?.update(connection(), made.sid, { ...input, answerUrl: "https://desk.example/b" });
      expect(await applications?.fetch(connection(), made.sid)).toMatchObject({
        answerUrl: "https://desk.example/b",
        statusUrl: input.statusUrl,
        answerMethod: "POST",
        statusMethod: "POST",
      });
      expect(await applications?.remove(connection(), made.sid)).toMatchObject({ outcome: "accepted" });
      expect(await applications?.remove(connection(), made.sid)).toMatchObject({ outcome: "accepted" });
      expect(await applications?.fetch(connection(), made.sid)).toBeNull();
    });
  });

  describe("numbers", () => {
    it("are listed and found with their webhooks", async () => {
      const owned = await subject.numbers?.list(connection());
      expect(owned?.map((one) => one.e164)).toContain(number);
      const found = await subject.numbers?.find(connection(), number);
      expect(found).toMatchObject({ e164: number, status: "active" });
      expect(found?.routing.answerUrl).toContain(`/api/${name}/`);
      expect(await subject.numbers?.find(connection(), "+999999999999")).toBeNull();
    });

    it("are searched, bought once, released, and not sold twice", async () => {
      const { numbers } = subject;
      const [offer] = (await numbers?.search(connection(), { country, kind: "local", limit: 3 })) ?? [];
      if (!offer) throw new Error("nothing for sale");
      expect(offer).toMatchObject({ kind: "local", country, capabilities: { voice: true } });
      const bought = await numbers?.buy(connection(), { e164: offer.e164, routing: {} });
      if (bought?.outcome !== "accepted") throw new Error(JSON.stringify(bought));
      expect(await numbers?.find(connection(), offer.e164)).toMatchObject({ sid: bought.sid });
      const again = await numbers?.buy(connection(), { e164: offer.e164, routing: {} });
      expect(again).toMatchObject({ outcome: "rejected" });
      expect(await numbers?.release(connection(), bought.sid)).toMatchObject({ outcome: "accepted" });
    });

    it("whose purchase was not answered are found by asking, not bought again", async () => {
      const { numbers } = subject;
      const [offer] = (await numbers?.search(connection(), { country, kind: "local", limit: 1 })) ?? [];
      if (!offer) throw new Error("nothing for sale");
      await breakNextPost(simulator.url, "500-after", "umbers");
      expect(await numbers?.buy(connection(), { e164: offer.e164, routing: {} })).toMatchObject({
        outcome: "unknown",
      });
      const found = await numbers?.find(connection(), offer.e164);
      expect(found).toMatchObject({ e164: offer.e164 });
      await numbers?.release(connection(), found?.sid ?? "");
    });

    it("of a kind the country does not have are none", async () => {
      expect(await subject.numbers?.search(connection(), { country: "US", kind: "mobile" })).toEqual([]);
    });
  });

  describe("calls", () => {
    const call = () => ({ to: person, from: number, answerUrl: url("answer"), statusUrl: url("status") });

    it("are placed, seen and ended, twice without harm", async () => {
      speaking = subject;
      const placed = await subject.voice?.place(connection(), call());
      if (placed?.outcome !== "accepted") throw new Error(JSON.stringify(placed));
      expect(await subject.voice?.fetch(connection(), placed.sid)).toMatchObject({ direction: "outbound" });
      expect(await subject.voice?.hangUp(connection(), placed.sid)).toMatchObject({ outcome: "accepted" });
      expect(await subject.voice?.hangUp(connection(), placed.sid)).toMatchObject({ outcome: "accepted" });
      expect(await subject.voice?.fetch(connection(), "CA00000000000000000000000000000404")).toBeNull();
    });

    it.each([
      ["429", "retry_later"],
      ["500-before", "unknown"],
      ["500-after", "unknown"],
      ["drop", "unknown"],
    ] as const)("met by %s end in %s", async (kind, outcome) => {
      await breakNextPost(simulator.url, kind, "Call");
      expect(await subject.voice?.place(connection(), call())).toMatchObject({ outcome });
    });

    it("with a wrong token are refused in words", async () => {
      const wrong = { ...connection(), credentials: { ...credentials, [secret]: "f".repeat(32) } };
      expect(await subject.voice?.place(wrong, call())).toMatchObject({ outcome: "rejected" });
    });
  });

  describe("recordings", () => {
    it("of an unknown call are none, unknown ones are not there, foreign ids are not asked for", async () => {
      const { recordings } = subject;
      expect(await recordings?.list(connection(), "CA00000000000000000000000000000404")).toEqual([]);
      expect(await recordings?.download(connection(), "RE00000000000000000000000000000404")).toEqual({
        ok: false,
        reason: "not_found",
      });
      for (const id of ["../../x", "", "https://evil.example/a.mp3", "a/b"]) {
        expect(await recordings?.download(connection(), id)).toEqual({ ok: false, reason: "foreign_url" });
      }
      await recordings?.remove(connection(), "RE00000000000000000000000000000404");
    });
  });

  describe("a call from a phone", () => {
    it("asks, hears, and reports its end in webhooks that are believed, and by nobody else's token", async () => {
      speaking = subject;
      catcher.caught.length = 0;
      const heard = JSON.stringify(
        await askHandset(simulator.url, "calls", {
          carrier: name,
          from: person,
          to: number,
          script: [{ wait: 1 }],
        }),
      );
      expect(heard).toContain("Hello & welcome");
      const answer = caught("answer");
      const parsed = subject.webhooks.parseCall(answer, "answered");
      expect(parsed).toMatchObject({
        ok: true,
        value: { event: "answered", to: number, direction: "inbound" },
      });
      if (!parsed.ok) return;
      await expect.poll(() => ended(parsed.value.callSid), { timeout: 10_000 }).toBe(true);
      expect(subject.webhooks.verify(answer, [{ ...credentials, [secret]: "0".repeat(32) }]).ok).toBe(false);
      expect(subject.webhooks.verify(answer, []).ok).toBe(false);
      expect(subject.webhooks.identify(answer, "answered").key).toContain(parsed.value.callSid);
    });

    function caught(path: string): WebhookRequest {
      const found = catcher.caught.find((request) => request.target.includes(path));
      if (!found) throw new Error(`no ${path} among ${catcher.caught.map((one) => one.target)}`);
      return found;
    }

    function ended(callSid: string): boolean {
      return catcher.caught.some((request) => {
        const parsed = subject.webhooks.parseCall(request, "status");
        return (
          parsed.ok &&
          parsed.value.event === "status" &&
          parsed.value.callSid === callSid &&
          parsed.value.status === "completed"
        );
      });
    }
  });
});
