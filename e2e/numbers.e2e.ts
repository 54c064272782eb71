import { connectAccount } from "@/lib/setup";
import { expectAccessible } from "./support/expect-accessible";
import { openOwnDesk } from "./support/own-desk";
import { expect, test } from "./support/test";

test("an owner buys a number at the price that was shown, and decides who answers", async ({
  page,
  signInAs,
}) => {
  const { email } = await openOwnDesk();
  await signInAs(email);
  await page.goto("/numbers/buy");
  await page.getByLabel("Area code").fill("415");
  await page.getByRole("button", { name: "Search" }).click();
  const offer = page.getByRole("button", { name: /^Buy \+1415/ }).first();
  const e164 = ((await offer.getAttribute("aria-label")) ?? "").replace("Buy ", "");
  await expectAccessible(page);
  await offer.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("$1.15 a month");
  await dialog.getByRole("button", { name: /number$/ }).click();
  await expect(page).toHaveURL(/settings\/numbers/);

  const card = page.getByRole("region", { name: e164 });
  await card.getByLabel("When somebody calls").click();
  await page.getByRole("option", { name: "Voicemail only" }).click();
  await card.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The next call goes this way")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(card.getByLabel("When somebody calls")).toContainText("Voicemail only");
  await expectAccessible(page);
});

test("a number is released after it was typed, and goes back to the carrier", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email, tenant, account, number: e164 } = await openOwnDesk();
  const credentials = { accountSid: account.sid, authToken: account.token };
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials, e164 });
  await signInAs(email);
  await page.goto("/settings/numbers");
  const card = page.getByRole("region", { name: e164 });
  await card.getByRole("button", { name: "Release…" }).click();
  const confirm = page.getByRole("button", { name: "Release number" });
  await expect(confirm).toBeDisabled();
  await page.getByRole("dialog").getByRole("textbox").fill(e164);
  await confirm.click();
  await expect(page.getByRole("dialog")).toHaveCount(0); // behind it nothing has a role
  await expect(card).toHaveCount(0);
  const released = await simulator.ledger("number.released");
  expect(released.some((entry) => entry.phoneNumber === e164)).toBe(true);
});
