import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { recordEvents } from "@/lib/events/testing";
import { practice, seedDesk } from "./testing";

beforeAll(async () => {
  await testDatabase();
  recordEvents();
});

it("repeats the question that is open after a silence, and after a hello", async () => {
  const call = (await seedDesk(practice)).call();
  expect((await call.say("I'd like to book a cleaning")).text).toMatch(/10:30 in the morning or 12:30/);
  expect((await call.say("")).text).toMatch(/^Sorry, I didn't get that\. (?!How can I help).*\?$/);
  expect((await call.say("hello?")).text).toMatch(/^I'm here\. (?!How can I help).*\?$/);
  expect((await call.say("the second one please")).text).toMatch(/12:30 .* Shall I book it\?/);
  expect((await call.say("")).text).toBe("Sorry, I didn't get that. Shall I book it?");
  expect((await call.say("yes")).text).toMatch(/is booked/);
});

it("asks what anybody may be asked when nothing was asked", async () => {
  const call = (await seedDesk(practice)).call();
  expect((await call.say("")).text).toBe("I'm here. How can I help?");
  expect((await call.say("")).text).toMatch(/can't hear you very well/);
  expect(await call.say("")).toMatchObject({ next: { do: "hang_up" } });
});
