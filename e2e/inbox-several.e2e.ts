import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test("a saved reply is found by a slash and reads right for this customer", async ({ page, signInAs }) => {
  await signInAs("agent@demo.test");
  const { phone, text } = newHandset();
  await page.goto("/inbox");
  const { row, field, thread } = inboxOf(page);
  await text(`Where are you? ${phone}`, { channel: "whatsapp", profileName: `Maya ${phone}` });
  await expect(row(`Where are you? ${phone}`)).toBeVisible();
  await row(`Where are you? ${phone}`).click();
  await expect(thread).toContainText(phone);
  await field.fill("/direc");
  await expect(page.getByRole("option", { name: /Directions/ })).toBeVisible();
  await field.press("Enter");
  await expect(field).toHaveValue(/^Hi Maya, /);
  await field.press("Control+Enter");
  await expect(field).toHaveValue("");
  await expect.poll(async () => (await sentTo(phone)).length).toBe(1);
  expect((await sentTo(phone))[0]).toMatch(/^Hi Maya, .*Mill Road/);
});

test("several conversations are closed together, and all come back with Undo", async ({ page, signInAs }) => {
  await signInAs("agent@demo.test");
  const handsets = [newHandset(), newHandset()];
  for (const { phone, text } of handsets) await text(`Bulk ${phone}`);
  await page.goto("/inbox");
  const { row } = inboxOf(page);
  for (const { phone } of handsets) await expect(row(phone)).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("menuitem", { name: "Choose several" }).click();
  const bar = page.getByRole("region", { name: "Several conversations" });
  for (const { phone } of handsets)
    await page.getByRole("listitem").filter({ hasText: phone }).getByRole("checkbox").check();
  await expect(bar).toContainText("2 chosen");
  await bar.getByRole("button", { name: "Close them" }).click();
  for (const { phone } of handsets) await expect(row(phone)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  for (const { phone } of handsets) await expect(row(phone)).toBeVisible();
});
