import { afterAll, beforeAll, expect, it } from "vitest";
import { startSimulator } from "./start-simulator";
import { demoNumber, type Product, startProduct, twilioClient } from "./testing";
import { manualClock } from "./world/clock";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

it("moves a message only as its clock does", async () => {
  const clock = manualClock(new Date("2026-11-20T10:00:00Z"));
  const simulator = await startSimulator({ port: 0, publicUrl: product.url, clock, random: () => 0.5 });
  const client = twilioClient(simulator.url);
  const statusCallback = `${product.url}/status`;
  const { sid } = await client.messages.create({
    from: demoNumber,
    to: "+14155552671",
    body: "Slowly",
    statusCallback,
  });
  const status = async () => (await client.messages(sid).fetch()).status;
  expect(await status()).toBe("queued");
  clock.advance(5);
  expect(await status()).toBe("queued");
  clock.advance(25);
  expect(await status()).toBe("sent");
  clock.advance(30);
  expect(await status()).toBe("delivered");
  await product.until((asked) => asked.length === 2);
  expect(product.asked.map(({ form }) => form.get("MessageStatus"))).toEqual(["sent", "delivered"]);
  await simulator.close();
});

it("calls a scheduled message when its time has come", async () => {
  const clock = manualClock(new Date("2026-11-20T10:00:00Z"));
  const simulator = await startSimulator({ port: 0, publicUrl: product.url, clock });
  const client = twilioClient(simulator.url);
  const service = await client.messaging.v1.services.create({ friendlyName: "Pool" });
  const phoneNumberSid = "PN00000000000000000000000000000002";
  await client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid });
  const plan = {
    messagingServiceSid: service.sid,
    to: "+14155552671",
    body: "At eleven",
    scheduleType: "fixed",
  } as const;
  const { sid } = await client.messages.create({ ...plan, sendAt: new Date("2026-11-20T11:00:00Z") });
  clock.advance(59 * 60_000);
  expect((await client.messages(sid).fetch()).status).toBe("scheduled");
  clock.advance(2 * 60_000);
  expect((await client.messages(sid).fetch()).status).toBe("sent");
  await simulator.close();
});
