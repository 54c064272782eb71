import twilio from "twilio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  demoAccount,
  demoNumber,
  demoToken,
  post,
  type Stage,
  startStage,
  twilioClient,
  waitFor,
} from "../../testing";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.product.asked.length = 0;
  stage.product.answers.clear();
});

const client = () => twilioClient(stage.simulator.url);
const send = (
  to: string,
  more: Partial<Parameters<ReturnType<typeof client>["messages"]["create"]>[0]> = {},
) => client().messages.create({ to, from: demoNumber, body: "Hello", ...more });
const callback = () => `${stage.product.url}/status?m=1`;
const statuses = (sid: string) =>
  stage.product.asked
    .filter(({ form }) => form.get("MessageSid") === sid)
    .map(({ form }) => form.get("MessageStatus"));

describe("sending through the twilio package", () => {
  it("accepts a text and reports sent, then delivered, signed", async () => {
    const message = await send("+14155552671", { statusCallback: callback() });
    expect(message).toMatchObject({
      status: "queued",
      numSegments: "1",
      price: null,
      direction: "outbound-api",
    });
    await stage.product.until(() => statuses(message.sid).length === 2);
    expect(statuses(message.sid)).toEqual(["sent", "delivered"]);
    for (const { headers, url, form } of stage.product.asked) {
      const signature = String(headers["x-twilio-signature"]);
      expect(twilio.validateRequest(demoToken, signature, url, Object.fromEntries(form))).toBe(true);
    }
    const fetched = await client().messages(message.sid).fetch();
    expect(fetched).toMatchObject({
      status: "delivered",
      price: "-0.00830",
      priceUnit: "USD",
      errorCode: null,
    });
    expect(fetched.dateSent).toBeInstanceOf(Date);
  });

  it("reports undelivered with the code that a magic recipient names", async () => {
    const message = await send("+15005530006", { statusCallback: callback() });
    await stage.product.until(() => statuses(message.sid).length === 2);
    expect(statuses(message.sid)).toEqual(["sent", "undelivered"]);
    expect(stage.product.asked.at(-1)?.form.get("ErrorCode")).toBe("30006");
    expect(await client().messages(message.sid).fetch()).toMatchObject({
      errorCode: 30006,
      status: "undelivered",
    });
  });

  it("reports failed without sent when sending itself fails", async () => {
    const message = await send("+15005530001", { statusCallback: callback() });
    await stage.product.until(() => statuses(message.sid).length === 1);
    expect(statuses(message.sid)).toEqual(["failed"]);
  });

  it.each([
    ["+15005550001", demoNumber, 21211],
    ["+15005550002", demoNumber, 21612],
    ["+15005550003", demoNumber, 21408],
    ["+15005550004", demoNumber, 21610],
    ["+15005550009", demoNumber, 21614],
    ["+14155552671", "+15005550001", 21212],
    ["+14155552671", "+15005550007", 21606],
    ["+14155552671", "+15005550008", 21611],
    ["+14155552671", "+14155559999", 21606],
    ["+14155552671", "+16175550180", 21606],
    ["nonsense", demoNumber, 21211],
    [demoNumber, demoNumber, 21266],
    ["whatsapp:+14155552671", demoNumber, 21910],
    ["whatsapp:+14155552671", "whatsapp:+12125550142", 63007],
  ])("refuses %s from %s with %i in Twilio's envelope", async (to, from, code) => {
    await expect(send(to, { from })).rejects.toMatchObject({
      status: 400,
      code,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
  });

  it("refuses nothing to say, and too much", async () => {
    await expect(send("+14155552671", { body: "" })).rejects.toMatchObject({ code: 21619 });
    await expect(send("+14155552671", { body: "x".repeat(1601) })).rejects.toMatchObject({ code: 21617 });
  });

  it("lists by recipient and date, page by page", async () => {
    const sent = [await send("+14155550111"), await send("+14155550111"), await send("+14155550111")];
    const countSent = async () =>
      (await client().messages.list({ to: "+14155550111", dateSentAfter: new Date(0) })).length;
    await waitFor(async () => (await countSent()) === 3);
    const hourAgo = new Date(Date.now() - 3_600_000);
    const listed = await client().messages.list({ to: "+14155550111", dateSentAfter: hourAgo, pageSize: 2 });
    expect(listed.map(({ sid }) => sid)).toEqual(sent.map(({ sid }) => sid).reverse());
    expect(await client().messages.list({ to: "+14155550111", dateSentBefore: hourAgo })).toEqual([]);
  });

  it("copies media, redirects to storage, and wants credentials for it", async () => {
    stage.product.answers.set("/picture.png", { status: 200, body: "not really a picture" });
    const message = await send("+14155552671", { mediaUrl: [`${stage.product.url}/picture.png`] });
    expect(message.sid).toMatch(/^MM/);
    await waitFor(async () => (await client().messages(message.sid).media.list()).length === 1);
    const [media] = await client().messages(message.sid).media.list();
    const path = `/2010-04-01/Accounts/${demoAccount}/Messages/${message.sid}/Media/${media?.sid}`;
    expect((await fetch(stage.simulator.url + path)).status).toBe(401);
    const authorization = `Basic ${Buffer.from(`${demoAccount}:${demoToken}`).toString("base64")}`;
    const file = await fetch(stage.simulator.url + path, { headers: { authorization } });
    expect(file.redirected).toBe(true);
    expect(await file.text()).toBe("not really a picture");
    expect(
      await client()
        .messages(message.sid)
        .media(media?.sid ?? "")
        .remove(),
    ).toBe(true);
  });

  it("redacts and deletes what was delivered", async () => {
    const message = await send("+14155552671");
    await waitFor(async () => (await client().messages(message.sid).fetch()).status === "delivered");
    expect(await client().messages(message.sid).update({ body: "" })).toMatchObject({ body: "" });
    expect(await client().messages(message.sid).remove()).toBe(true);
    await expect(client().messages(message.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it("keeps accounts apart and refuses a wrong token", async () => {
    const message = await send("+14155552671");
    const other = twilioClient(
      stage.simulator.url,
      "AC00000000000000000000000000000004",
      "0".repeat(31).concat("4"),
    );
    await expect(other.messages(message.sid).fetch()).rejects.toMatchObject({ code: 20404 });
    const wrong = twilioClient(stage.simulator.url, demoAccount, "f".repeat(32));
    await expect(wrong.messages.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });
});

describe("WhatsApp", () => {
  it("is read after it was delivered", async () => {
    const message = await send("whatsapp:+14155552671", {
      from: `whatsapp:${demoNumber}`,
      statusCallback: callback(),
    });
    await stage.product.until(() => statuses(message.sid).length === 3);
    expect(statuses(message.sid)).toEqual(["sent", "delivered", "read"]);
    expect(stage.product.asked.at(-1)?.form.get("EventType")).toBe("READ");
  });

  it("fails with 63016 once the 24-hour window has closed", async () => {
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    stage.simulator.world.store.whatsappHeard.set(`${demoNumber}|+14155550163`, yesterday);
    const address = { from: `whatsapp:${demoNumber}`, statusCallback: callback() };
    const late = await send("whatsapp:+14155550163", address);
    await stage.product.until(() => statuses(late.sid).length === 1);
    expect(stage.product.asked.at(-1)?.form.get("ErrorCode")).toBe("63016");
    const contentSid = `HX${"1".repeat(32)}`;
    const template = await send("whatsapp:+14155550163", { ...address, body: undefined, contentSid });
    await stage.product.until(() => statuses(template.sid).includes("delivered"));
  });
});

describe("the opt-out that Twilio keeps itself", () => {
  const write = (body: string) =>
    post(`${stage.simulator.url}/handset/messages`, { from: "+14155550121", to: demoNumber, body });

  it("blocks after STOP with 21610 and lets through after START", async () => {
    await write(" stop ");
    await expect(send("+14155550121")).rejects.toMatchObject({ status: 400, code: 21610 });
    await write("We must STOP this leak");
    await expect(send("+14155550121")).rejects.toMatchObject({ code: 21610 });
    await write("start");
    await expect(send("+14155550121")).resolves.toMatchObject({ status: "queued" });
  });
});
