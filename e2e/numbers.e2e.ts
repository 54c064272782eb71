import { expect, test } from "./support/test";

test("an owner buys a number, and releases it after typing it", async ({ page, signInAs, simulator }) => {
  await signInAs("owner@demo.test");
  await page.goto("/numbers/buy");
  await page.getByRole("button", { name: "Search" }).click();
  const offer = page.getByRole("button", { name: /^Get \+1/ }).first();
  const e164 = ((await offer.getAttribute("aria-label")) ?? "").replace("Get ", "");
  await offer.click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /number$/ })
    .click();
  await expect(page).toHaveURL(/settings\/numbers/);

  const card = page.getByRole("region", { name: e164 });
  await card.getByRole("button", { name: "Release…" }).click();
  const confirm = page.getByRole("button", { name: "Release number" });
  await expect(confirm).toBeDisabled();
  await page.getByRole("dialog").getByRole("textbox").fill(e164);
  await confirm.click();
  await expect(card).toHaveCount(0);
  const released = await simulator.ledger("number.released");
  expect(released.some((entry) => entry.phoneNumber === e164)).toBe(true);
});

test("the doctor says what is wrong with a number's webhooks and repairs it", async ({
  page,
  signInAs,
  simulator,
}) => {
  await signInAs("owner@demo.test");
  const response = await fetch(`${simulator.url}/console/numbers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      accountSid: `AC${"0".repeat(31)}1`,
      phoneNumber: "+15005550006",
      smsUrl: "https://elsewhere.example/sms",
    }),
  });
  expect(response.ok).toBe(true);
  await page.goto("/settings/doctor");
  await expect(page.getByText(/Texts go to another address/)).toBeVisible();
  await page.getByRole("button", { name: "Repair" }).first().click();
  await expect(page.getByText(/Texts go to another address/)).toHaveCount(0);
});
