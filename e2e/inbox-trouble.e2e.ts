import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test.beforeEach(async ({ signInAs, page }) => {
  await signInAs("agent@demo.test");
  await page.goto("/inbox");
});

test("STOP closes the composer while one writes, START opens it again", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, open, field } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await field.fill("Would you like our newsletter?");
  await text("STOP");
  await expect(page.getByText("This person texted STOP")).toBeVisible({ timeout: 2_000 });
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Customer" })).toContainText("Texted STOP");
  await text("START");
  await expect(field).toHaveValue("Would you like our newsletter?", { timeout: 3_000 });
});

test("a failed message says why, and Retry really sends again", async ({ page }) => {
  const landline = "+15005530006";
  await page.getByRole("button", { name: "New conversation" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New conversation" });
  await dialog.getByRole("textbox", { name: "To" }).fill(landline);
  const body = `Your crown is here ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Message" }).fill(body);
  await dialog.getByRole("button", { name: "Send" }).click();
  const { thread } = inboxOf(page);
  const failure = thread.getByText(/landline/i).first();
  await expect(failure).toBeVisible();
  const before = (await sentTo(landline)).filter((text) => text === body).length;
  expect(before).toBe(1);
  await thread.getByRole("button", { name: "Retry" }).last().click();
  await expect(thread.getByText("Sent again, see below")).toBeVisible();
  await expect.poll(async () => (await sentTo(landline)).filter((text) => text === body).length).toBe(2);
});

test("outside WhatsApp's window the composer offers SMS", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, open, field, thread } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await page.getByRole("radio", { name: "WhatsApp" }).click();
  await expect(page.getByText("WhatsApp is not open yet")).toBeVisible();
  await page.getByRole("button", { name: "Use SMS instead" }).click();
  await field.fill("By SMS then");
  await field.press("Control+Enter");
  await expect(thread.getByText("Delivered")).toBeVisible();
});

test("inside the window WhatsApp is answered by WhatsApp, with a countdown", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, open, field, thread } = inboxOf(page);
  await text(`Hola ${phone}`, { channel: "whatsapp" });
  await expect(row(phone)).toBeVisible();
  await open(`Hola ${phone}`);
  await expect(page.getByRole("radio", { name: "WhatsApp" })).toBeChecked();
  await expect(page.getByText(/Window open for 2[34] h/)).toBeVisible();
  await field.fill("Hola!");
  await field.press("Control+Enter");
  await expect(thread.getByText(/Delivered|Read/)).toBeVisible();
});

test("after the network was gone the inbox catches up by itself", async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const { phone, text } = newHandset();
  const { row, open, thread } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await context.setOffline(true);
  await expect(page.getByText("You're offline")).toBeVisible();
  for (const body of ["one", "two", "three"]) await text(`While away: ${body}`);
  await context.setOffline(false);
  for (const body of ["one", "two", "three"]) await expect(thread).toContainText(`While away: ${body}`);
  await expect(page.getByText("You're offline")).toHaveCount(0);
});

test("what was written without a network is kept and sent once", async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const { phone, text } = newHandset();
  const { row, open, field, thread } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await context.setOffline(true);
  await field.fill("From the tunnel");
  await field.press("Control+Enter");
  await expect(thread.getByText("Not sent: the server could not be reached.")).toBeVisible();
  await context.setOffline(false);
  await thread.getByRole("button", { name: "Send now" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(await sentTo(phone)).toEqual(["From the tunnel"]);
});
