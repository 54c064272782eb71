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
  await after.getByRole("button", { name: "Call again" }).click();
  await after.getByRole("link", { name: "Open the conversation" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Wants the red bicycle.");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("After the call: call again.");
  await after.getByRole("button", { name: "Done" }).click();
  await expect(after).toBeHidden();
  await street.close();
});

test("the agent calls a customer from the dialpad, in whatever spelling, and is told what cannot be called", async ({
  page,
  context,
  browser,
  signInAs,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 422 \(Unprocessable Entity\) \(.*softphone\/destinations/);
  const desk = await makePhoneDesk();
  await rememberPeers(context);
  const street = await browser.newContext();
  await rememberPeers(street);
  const handset = await street.newPage();
  const { phone, face } = newHandset();
  await openHandset(handset, phone, desk.number);

  await signInAs(desk.agent.email);
  await page.goto("/inbox");
  const { calls, button, panel } = phoneOf(page);
  await button.click();
  const number = panel.getByRole("textbox", { name: "Number to call" });
  await number.fill("+44 20 7183 8750");
  await panel.getByRole("button", { name: "Call", exact: true }).click();
  await expect(panel.getByText("Calls to United Kingdom are switched off")).toBeVisible();
  await takeScreenshot(page, "softphone-dialpad");
  await number.fill(`tel:${face}`);
  await panel.getByRole("button", { name: "Call", exact: true }).click();

  const talk = calls.getByRole("article", { name: `Call with ${face}` });
  await expect(talk).toContainText("Ringing…");
  await handset.getByRole("button", { name: "Answer" }).click();
  await expect(talk).toContainText(/0:0\d/);
  await Promise.all([expectSound(page), expectSound(handset)]);
  await talk.getByRole("button", { name: "Keypad" }).click();
  await talk.getByRole("button", { name: "5", exact: true }).click();
  await talk.getByRole("button", { name: "Hang up" }).click();
  await expect(calls.getByRole("article", { name: `After the call with ${face}` })).toContainText(
    "Call ended",
  );
  await street.close();
});

test("of two tabs the one that answers has the call, and the other one says so", async ({
  page,
  context,
  browser,
  signInAs,
}) => {
  const desk = await makePhoneDesk();
  await signInAs(desk.agent.email);
  await page.goto("/calls");
  await phoneOf(page).goOnline();
  const second = await context.newPage();
  await second.goto("/inbox"); // online as well: the choice is kept in this browser
  await expect(phoneOf(second).button).toHaveAccessibleName("Phone, online");

  const street = await browser.newContext();
  const handset = await street.newPage();
  const { phone, face } = newHandset();
  await openHandset(handset, phone, desk.number);
  await handset.getByRole("button", { name: "Call", exact: true }).click();
  const here = phoneOf(page).calls.getByRole("article", { name: `Call from ${face}` });
  const there = phoneOf(second).calls.getByRole("article", { name: `Call from ${face}` });
  await expect(here).toBeVisible();
  await expect(there).toBeVisible();
  await here.getByRole("button", { name: "Answer" }).click();
  await expect(there).toBeHidden();
  await expect(second.getByText("Answered on another screen")).toBeVisible();
  await phoneOf(page).calls.getByRole("button", { name: "Hang up" }).click();
  await street.close();
});
