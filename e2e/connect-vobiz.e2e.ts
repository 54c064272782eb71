import { randomBytes } from "node:crypto";
import { buyNumber, searchNumbers } from "@/lib/numbers";
import { connectAccount } from "@/lib/setup";
import { expectAccessible } from "./support/expect-accessible";
import { openOwnDesk } from "./support/own-desk";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";

test.use({ expectedErrors: [[/status of 4\d\d/], { scope: "test" }] });

async function openVobizAccount(simulator: Simulator): Promise<{ sid: string; token: string }> {
  const sid = `MA_${randomBytes(4).toString("hex").toUpperCase()}`;
  const token = randomBytes(16).toString("hex");
  const money = { balance: "5000.00", currency: "INR" };
  await simulator.account({ carrier: "vobiz", sid, token, name: "Harbor Bakery", ...money });
  return { sid, token };
}

test("an owner connects a Vobiz account, buys a number, and is called on it", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email } = await openOwnDesk();
  const { sid: authId, token } = await openVobizAccount(simulator);
  await signInAs(email);
  await page.goto("/vobiz/setup");
  await page.getByLabel("Auth ID").fill(authId);
  await page.getByLabel("Auth Token").fill("not-the-token-of-this-account-00");
  await page.getByRole("button", { name: "Verify and connect" }).click();
  await expect(page.getByText(/does not accept this Auth ID/)).toBeVisible();
  await page.getByLabel("Auth Token").fill(token);
  await page.getByRole("button", { name: "Verify and connect" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Application with" })).toContainText("Done");
  await expect(page.getByText("has no numbers yet")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Buy a number" }).click();
  await page.getByRole("button", { name: "Search" }).click();
  await page
    .getByRole("button", { name: /^Buy \+91/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/INR|₹/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /number$/ }).click();
  await expect(page).toHaveURL(/settings\/numbers/);
  const made = await simulator.ledger("application.created");
  const bought = await simulator.ledger("number.bought");
  expect(made.some((entry) => JSON.stringify(entry).includes("/api/vobiz/"))).toBe(true);
  const e164 = String(bought.findLast(({ carrier }) => carrier === "vobiz")?.phoneNumber);
  const call = await fetch(`${simulator.url}/handset/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ carrier: "vobiz", from: "+919812300777", to: e164, script: [{ hangUp: true }] }),
  });
  const report = (await call.json()) as { problems: unknown[]; requests: { status: number }[] };
  expect(report.problems).toEqual([]);
  expect(report.requests.map(({ status }) => status).every((status) => status < 300)).toBe(true);

  await page.goto("/settings/connections");
  await page.getByRole("link", { name: "Setup" }).click();
  await expect(page.getByRole("heading", { name: "Vobiz is connected" })).toBeVisible();
  await expect(page.getByText(/The last one came at/)).toBeVisible();
});

test("a released number of this carrier can be taken back", async ({ page, signInAs, simulator }) => {
  const { email, tenant } = await openOwnDesk();
  const account = await openVobizAccount(simulator);
  const credentials = { authId: account.sid, authToken: account.token };
  const { connectionId } = await connectAccount(tenant.ctx, {
    carrier: "vobiz",
    scope: "tenant",
    credentials,
  });
  const shop = { carrier: "vobiz", country: "IN", kind: "local", connectionId } as const;
  const e164 = (await searchNumbers(tenant.ctx, shop)).data.at(-1)?.e164 ?? "";
  await buyNumber(tenant.ctx, { carrier: "vobiz", connectionId, e164 });
  await signInAs(email);
  await page.goto("/settings/numbers");
  const card = page.getByRole("region", { name: e164 });
  await card.getByRole("button", { name: "Release…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(e164);
  await page.getByRole("button", { name: "Release number" }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${e164} is back`)).toBeVisible();
  await expect(card).toBeVisible();
});
