import { expect, test } from "./support/test";

const account = { sid: `AC${"0".repeat(31)}4`, token: `${"0".repeat(31)}4` };

test("an owner connects an account, sees what was wrong first, and gets a number to work", async ({
  page,
  signInAs,
  simulator,
}) => {
  await signInAs("owner@demo.test");
  await page.goto("/twilio/setup");
  await page.getByLabel("Account SID").fill("AC123");
  await page.getByLabel("Auth Token").fill(account.token);
  await page.getByRole("button", { name: "Verify and connect" }).click();
  await expect(page.getByText("An Account SID begins with AC and has 34 characters.")).toBeVisible();

  await page.getByLabel("Account SID").fill(account.sid);
  await page.getByRole("button", { name: "Verify and connect" }).click();
  await page.getByRole("button", { name: "Use this number" }).click();
  await expect(page.getByRole("heading", { name: "Twilio is connected" })).toBeVisible();
  await expect(page.getByText(account.token)).toHaveCount(0);

  await simulator.text({ from: "+12065550133", to: "+16175550180", body: "Is this on?" });
  await expect(page.getByText(/The last one came at/)).toBeVisible();

  await page.goto("/settings/connections");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/is disconnected/)).toBeVisible();
  const deleted = await simulator.ledger("application.deleted");
  expect(deleted.length).toBeGreaterThan(0);
});
