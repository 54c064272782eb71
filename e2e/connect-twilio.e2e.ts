import { connectAccount } from "@/lib/setup";
import { expectAccessible } from "./support/expect-accessible";
import { openOwnDesk } from "./support/own-desk";
import { expect, test } from "./support/test";

// Chromium reports every answer of 4xx as an error; here wrong credentials are refused on purpose.
test.use({ expectedErrors: [[/status of 4\d\d/], { scope: "test" }] });

test("an owner connects an account: wrong ones explained, and a failing step gone on from", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email, account, number, face } = await openOwnDesk();
  await signInAs(email);
  await page.goto("/twilio/setup");
  const connect = page.getByRole("button", { name: "Verify and connect" });
  await page.getByLabel("Account SID").fill("AC123");
  await page.getByLabel("Auth Token").fill(account.token);
  await connect.click();
  await expect(page.getByText("An Account SID begins with AC and has 34 characters.")).toBeVisible();

  await page.getByLabel("Account SID").fill(account.sid);
  await page.getByLabel("Auth Token").fill("f".repeat(32));
  await connect.click();
  await expect(page.getByText(/does not accept this Account SID/)).toBeVisible();

  await simulator.fault({
    ...{ target: "rest", kind: "500-before", times: 1 },
    match: { path: `${account.sid}/Applications`, method: "POST" },
  });
  await page.getByLabel("Auth Token").fill(account.token);
  await connect.click();
  await expect(page.getByRole("listitem").filter({ hasText: "TwiML App" })).toContainText("Failed");
  await expectAccessible(page);
  await page.reload(); // left and come back: it goes on where it stood
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "TwiML App" })).toContainText("Done");

  await page
    .getByRole("listitem")
    .filter({ hasText: face })
    .getByRole("button", { name: "Use this number" })
    .click();
  await expect(page.getByRole("heading", { name: "Twilio is connected" })).toBeVisible();
  await simulator.text({ from: "+12065550133", to: number, body: "Is this on?" });
  await expect(page.getByText(/The last one came at/)).toBeVisible();
  expect(await page.content()).not.toContain(account.token);
});

test("an owner disconnects: what could not be removed at the carrier is named, and gone on from", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email, tenant, account, number } = await openOwnDesk();
  const credentials = { accountSid: account.sid, authToken: account.token };
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials, e164: number });
  await signInAs(email);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/settings/connections");
  await expect(page.getByText(`…${account.token.slice(-4)}`)).toBeVisible();
  expect(await page.content()).not.toContain(account.token);
  await expectAccessible(page);

  await simulator.fault({
    ...{ target: "rest", kind: "500-before", times: 1 },
    match: { path: `${account.sid}/Applications`, method: "DELETE" },
  });
  await page.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(dialog.getByText("Still at the carrier")).toBeVisible();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/is disconnected/)).toBeVisible();
  const deleted = await simulator.ledger("application.deleted");
  expect(deleted.filter(({ accountSid }) => accountSid === account.sid)).toHaveLength(1);
});
