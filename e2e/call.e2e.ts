import { randomInt } from "node:crypto";
import { expectAccessible } from "./support/expect-accessible";
import { callFromHandset, say } from "./support/handset";
import { expect, test } from "./support/test";

/** The same call on both carriers; each from a phone that nobody used before. */
const lines = [
  {
    ...{ carrier: "twilio", login: "agent@demo.test", business: "+15005550006", name: "Riverside Dental" },
    newPhone: () => `+1646${randomInt(200, 999)}${String(randomInt(10_000)).padStart(4, "0")}`,
  },
  {
    ...{ carrier: "vobiz", login: "owner@pragati.test", business: "+917971543252", name: "Pragati Clinic" },
    newPhone: () => `+9198${String(randomInt(100_000_000)).padStart(8, "0")}`,
  },
] as const;

for (const { carrier, login, business, name, newPhone } of lines) {
  test(`a call on ${carrier}: live transcript, hang-up, summary, recording, timeline`, async ({
    page,
    browser,
    signInAs,
  }) => {
    test.slow();
    const phone = newPhone();
    await signInAs(login);
    await page.goto("/calls");
    await expect(page.getByRole("heading", { name: "Calls" })).toBeVisible();

    const handset = await callFromHandset(browser, phone, business);
    await expect(handset.getByRole("log", { name: "What was said" })).toContainText(name);
    const row = page
      .getByRole("row")
      .filter({ hasText: phone.slice(-4) })
      .filter({ hasText: /Live/ });
    await row.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const transcript = page.getByRole("list", { name: "Transcript" });
    await expect(transcript).toContainText(name);
    await expect(page.getByText("Live", { exact: false }).first()).toBeVisible();

    await say(handset, "What are your opening hours?");
    await expect(transcript).toContainText("What are your opening hours?");
    await expect(transcript.getByRole("listitem").filter({ hasText: /open/i }).nth(1)).toBeVisible();
    await say(handset, "Thank you, that is all");
    await expect(transcript).toContainText("Thank you, that is all");
    await expect(handset.getByText(/^Call ended/)).toBeVisible({ timeout: 30_000 });

    const summary = page.getByRole("region", { name: "Summary" });
    await expect(summary).toContainText("asked about the opening hours", { timeout: 15_000 });
    await expect(page.getByText("The summary is written when the call is over.")).toHaveCount(0);
    const play = page.getByRole("button", { name: "Play the recording" });
    await expect(play).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole("slider", { name: "Position in the recording" })).toBeVisible();
    await play.click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.getByRole("button", { name: "Pause" }).click();

    await page.getByRole("tab", { name: /X-ray/ }).click();
    await expect(page.getByRole("tabpanel")).toContainText(/Call came in/);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Conversation" }).click();
    const card = page
      .getByRole("region", { name: "Messages" })
      .getByRole("article")
      .filter({ hasText: "asked about the opening hours" });
    await expect(card).toBeVisible();
    await expect(card.getByRole("button", { name: "Play the recording" })).toBeVisible();
    await handset.context().close();
  });
}
