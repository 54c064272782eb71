import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post, type Stage, startStage, twilioClient } from "../testing";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const put = (what: string, body: object) => post(`${stage.simulator.url}/console/${what}`, body);

describe("the carrier's console", () => {
  it("opens accounts, rotates their token and suspends them", async () => {
    const { status, json } = await put("accounts", { name: "Third business" });
    expect(status).toBe(201);
    const before = twilioClient(stage.simulator.url, json.sid, json.token);
    expect(await before.messages.list()).toEqual([]);
    const rotated = await put("accounts", { sid: json.sid, token: "b".repeat(32) });
    expect(rotated).toMatchObject({ status: 200, json: { name: "Third business", token: "b".repeat(32) } });
    await expect(before.messages.list()).rejects.toMatchObject({ code: 20003 });
    await put("accounts", { sid: json.sid, status: "suspended" });
    const after = twilioClient(stage.simulator.url, json.sid, "b".repeat(32));
    await expect(after.messages.list()).rejects.toMatchObject({ code: 20005 });
  });

  it("gives an account a number and connects WhatsApp to it", async () => {
    const { json: account } = await put("accounts", {});
    const number = { accountSid: account.sid, phoneNumber: "+14155550155" };
    expect((await put("numbers", number)).status).toBe(201);
    const whatsappUrl = `${stage.product.url}/api/twilio/third/whatsapp`;
    expect(await put("numbers", { ...number, whatsappUrl })).toMatchObject({
      status: 200,
      json: { whatsappUrl },
    });
    const message = { from: "+12065550148", to: "+14155550155", channel: "whatsapp", body: "Hello" };
    const { json } = await post(`${stage.simulator.url}/handset/messages`, message);
    expect(json.request).toMatchObject({ url: whatsappUrl, fields: { AccountSid: account.sid } });
  });

  it("says what is wrong", async () => {
    expect(await put("numbers", { accountSid: "AC1", phoneNumber: "+14155550155" })).toMatchObject({
      status: 404,
      json: { detail: "The simulator has no account AC1." },
    });
    expect((await put("numbers", { phoneNumber: "12" })).status).toBe(422);
    expect((await put("accounts", { status: "sleepy" })).status).toBe(422);
  });
});
