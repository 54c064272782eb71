import { expectAccessible } from "./support/expect-accessible";
import { newHandset } from "./support/inbox";
import { expectSound, makePhoneDesk, openHandset, phoneOf, rememberPeers } from "./support/phone-desk";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

test.slow(); // two browsers with sound, and axe

test("a caller rings the agent's browser on whatever page; they hear each other; a note stays", async ({
  page,
  context,
  browser,
  signInAs,
}) => {
  const desk = await makePhoneDesk();
  await rememberPeers(context);
  await signInAs(desk.agent.email);
  await page.goto("/calls");
  const { calls, goOnline } = phoneOf(page);
  await goOnline();

  const street = await browser.newContext();
  await rememberPeers(street);
  const handset = await street.newPage();
  const { phone, face } = newHandset();
  await openHandset(handset, phone, desk.number);
  await handset.getByRole("button", { name: "Call", exact: true }).click();

  const incoming = calls.getByRole("article", { name: `Call from ${face}` });
  await expect(incoming).toContainText("to Main line");
  await expect(incoming).toContainText("First call");
  await page.keyboard.press("Escape");
  await takeScreenshot(page, "softphone-incoming");
  await expectAccessible(page);
  await incoming.getByRole("button", { name: "Answer" }).click();

  const talk = calls.getByRole("article", { name: `Call with ${face}` });
  await expect(talk).toContainText(/0:0\d/);
  await Promise.all([expectSound(page), expectSound(handset)]);
  await page.getByRole("link", { name: "Inbox" }).first().click();
  await expect(talk).toBeVisible();
  await talk.getByRole("button", { name: "Mute" }).click();
  await expect(talk.getByRole("button", { name: "Unmute" })).toHaveAttribute("aria-pressed", "true");
  await talk.getByRole("button", { name: "Notes" }).click();
  await talk.getByRole("textbox").fill("Wants the red bicycle.");
  await talk.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByText("Noted in the conversation.")).toBeVisible();
  await takeScreenshot(page, "softphone-talk");
  await expectAccessible(page);

  await handset.getByRole("button", { name: "Hang up" }).click();
  const after = calls.getByRole("article", { name: `After the call with ${face}` });
  await expect(after).toContainText("Call ended");
  await after.getByRole("link", { name: "Open the conversation" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Wants the red bicycle.");
  await after.getByRole("button", { name: "Done" }).click();
  await expect(after).toBeHidden();
  await street.close();
});
