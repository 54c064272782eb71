import { phoneFace } from "@/components/ui/display/phone-face";
import { withTenantSql } from "@/lib/db";
import { notify } from "@/lib/notifications";
import { connectAccount } from "@/lib/setup";
import { expectAccessible } from "./support/expect-accessible";
import { openOwnDesk } from "./support/own-desk";
import { expect, test } from "./support/test";

test("the doctor finds faults at the carrier, says why and what to do, and Repair makes it green", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email, tenant, account, number } = await openOwnDesk();
  const credentials = { accountSid: account.sid, authToken: account.token };
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials, e164: number });
  await signInAs(email);
  const faults = [
    { change: { smsUrl: "https://elsewhere.example/sms" }, says: "Texts go to another address" },
    { change: { trunkSid: `TK${"1".repeat(32)}` }, says: "hangs on a SIP trunk" },
  ];
  const card = page.getByRole("region", { name: phoneFace(number) });
  for (const { change, says } of faults) {
    await simulator.number({ accountSid: account.sid, phoneNumber: number, ...change });
    await page.goto("/settings/doctor");
    await expect(card.getByText(says)).toBeVisible();
    await expect(card.getByText("Repair", { exact: false }).first()).toBeVisible();
    if (says.includes("Texts")) await expectAccessible(page);
    await card.getByRole("button", { name: "Repair" }).click();
    await expect(card.getByText(says)).toHaveCount(0);
    await expect(card.getByText("Every webhook at the carrier is as it should be")).toBeVisible();
  }
});

test("a token that was rotated at the carrier is told on a phone too, and forgotten once it works again", async ({
  page,
  signInAs,
  simulator,
}) => {
  const { email, tenant, account, number } = await openOwnDesk();
  const credentials = { accountSid: account.sid, authToken: account.token };
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials, e164: number });
  await signInAs(email);
  await page.setViewportSize({ width: 390, height: 844 });
  await simulator.account({ sid: account.sid, token: "f".repeat(32) });
  await page.goto("/settings/doctor");
  await expect(page.getByText(/does not accept this Account SID/).first()).toBeVisible();
  await simulator.account({ sid: account.sid, token: account.token });
  await page.getByRole("button", { name: "Examine again" }).click();
  await expect(page.getByText(/does not accept this Account SID/)).toHaveCount(0);
  await expectAccessible(page);
});

test("what people should know is told live by the bell, until it was read", async ({ page, signInAs }) => {
  const { email, tenant } = await openOwnDesk();
  await signInAs(email);
  await page.goto("/settings/keys");
  const bell = page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: /News/ });
  await expect(bell).toHaveAccessibleName("News");
  await withTenantSql(tenant.ctx, (sql) =>
    notify(sql, tenant.ctx, {
      ...{ kind: "doctor.drift", subject: "number:1", audience: "admin", tone: "bad" },
      ...{ title: "Your number does not work as it should", href: "/settings/doctor" },
    }),
  );
  await expect(bell).toHaveAccessibleName("News, 1 waiting");
  await bell.click();
  const news = page.getByRole("dialog", { name: "Notifications" });
  await expect(news).toContainText("Your number does not work as it should");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(bell).toHaveAccessibleName("News");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/notifications");
  await expect(page.getByRole("main")).toContainText("Your number does not work as it should");
  await expectAccessible(page);
});
