import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test("a text is scheduled for the morning, changed, and taken back before anybody got it", async ({
  page,
  signInAs,
}) => {
  await signInAs("agent@demo.test");
  await page.goto("/inbox");
  const { phone, text } = newHandset();
  const { row, open, field, thread } = inboxOf(page);
  await text(`Is my repair done? ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Is my repair done? ${phone}`);
  await field.fill("It is done, come by.");
  await page.getByRole("button", { name: "Schedule" }).click();
  await page.getByRole("menuitem", { name: /Tomorrow/ }).click();
  await expect(field).toHaveValue("");
  await expect(thread.getByText(/Leaves tomorrow 09:00/)).toBeVisible();

  await thread.getByRole("button", { name: "Change" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the scheduled message" });
  await dialog.getByRole("textbox", { name: "Message" }).fill("It is done. We open at ten.");
  await dialog.getByLabel("Time").fill("10:15");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(thread.getByText(/Leaves tomorrow 10:15/)).toBeVisible();
  await expect(thread).toContainText("It is done. We open at ten.");

  await thread.getByRole("button", { name: "Take back" }).click();
  await expect(thread.getByText("Taken back before it was sent")).toBeVisible();
  expect(await sentTo(phone)).toEqual([]);
});
