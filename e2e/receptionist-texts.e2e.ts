import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test("the receptionist answers the texts that are left to it, until somebody takes over", async ({
  page,
  signInAs,
}) => {
  const { phone, text } = newHandset();
  await signInAs("owner@demo.test");
  await text(`Hello there ${phone}`);
  await page.goto("/inbox");
  const { open, thread } = inboxOf(page);
  await open(`Hello there ${phone}`);
  await page.keyboard.press("a");
  await page.getByRole("menuitemcheckbox", { name: /Receptionist/ }).click();
  await expect(page.getByText("The receptionist looks after this conversation")).toBeVisible();

  await text("How much is a cleaning?");
  await expect(thread.getByText(/120 dollars/)).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => sentTo(phone)).toHaveLength(1);

  await page.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByText("The receptionist looks after this conversation")).toBeHidden();
});
