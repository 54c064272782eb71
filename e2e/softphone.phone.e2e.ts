import { expectAccessible } from "./support/expect-accessible";
import { newHandset } from "./support/inbox";
import { makePhoneDesk, phoneOf } from "./support/phone-desk";
import { simulator } from "./support/simulator";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

test.slow(); // axe reads every element, twice

test("on a phone: go online, see who calls, decline, and nothing slides sideways", async ({
  page,
  signInAs,
}) => {
  const desk = await makePhoneDesk();
  await signInAs(desk.agent.email);
  await page.goto("/calls");
  const { calls, button, panel, goOnline } = phoneOf(page);
  await goOnline();
  await button.tap();
  await takeScreenshot(page, "softphone-phone-panel");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  const { phone, face } = newHandset();
  const ringing = simulator.call({ from: phone, to: desk.number, interactive: true });
  const incoming = calls.getByRole("article", { name: `Call from ${face}` });
  await expect(incoming).toBeVisible();
  await takeScreenshot(page, "softphone-phone-incoming");
  await expectAccessible(page);
  await incoming.getByRole("button", { name: "Decline" }).tap();
  await expect(incoming).toBeHidden();
  await ringing;
});
