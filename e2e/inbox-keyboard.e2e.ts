import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test("a day's work by keyboard alone: walk, reply, snooze, assign, close, undo, search", async ({
  page,
  signInAs,
}) => {
  const [older, newer] = [newHandset(), newHandset()];
  await signInAs("agent@demo.test");
  await older.text(`Older ${older.phone}`);
  await newer.text(`Newer ${newer.phone}`);
  await page.goto("/inbox");
  const { row, thread, field, openRow } = inboxOf(page);
  await expect(row(newer.phone)).toBeVisible();

  // The rows come from the server; the page listens to keys a moment later.
  await expect(async () => {
    await page.keyboard.press("j");
    await page.waitForURL(/\/inbox\/[0-9a-f-]{36}/, { timeout: 1_500 });
  }).toPass();
  await expect(thread).toContainText(`Newer ${newer.phone}`);
  await page.keyboard.press("j");
  await expect(thread).toContainText(`Older ${older.phone}`);
  await page.keyboard.press("k");
  await expect(thread).toContainText(`Newer ${newer.phone}`);
  const newerRow = openRow();

  await page.keyboard.press("r");
  await expect(field).toBeFocused();
  await page.keyboard.type("Here we see each other: e, j, s, a");
  await page.keyboard.press("Control+Enter");
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(await sentTo(newer.phone)).toEqual(["Here we see each other: e, j, s, a"]);
  await expect(newerRow).toContainText("You: Here we see each other");

  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Assigned to you")).toBeVisible();
  await expect(page.getByRole("button", { name: "Assigned to: You" })).toBeVisible();

  await page.keyboard.press("e");
  await expect(page.getByText(/^Closed #\d+/)).toBeVisible();
  await expect(newerRow).toHaveCount(0);
  const toast = page.getByRole("listitem").filter({ hasText: "Closed #" });
  await toast.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(newerRow).toBeVisible();

  await newerRow.press("Enter");
  await page.keyboard.press("s");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Snoozed until/)).toBeVisible();
  await expect(newerRow).toHaveCount(0);

  await page.keyboard.press("/");
  await page.keyboard.type(newer.phone.slice(2));
  await expect(page.getByRole("list", { name: "Search results" })).toContainText(newer.face);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(thread).toContainText(`Newer ${newer.phone}`);
});

test("single keys do nothing while one writes", async ({ page, signInAs }) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  await text(`Hello ${phone}`);
  await page.goto("/inbox");
  const { row, field } = inboxOf(page);
  await row(phone).click();
  await field.pressSequentially("eeee uuu sss aaa jk /?");
  await expect(field).toHaveValue("eeee uuu sss aaa jk /?");
  await expect(row(phone)).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a search opens the thread at the message, and the address leads there again", async ({
  page,
  signInAs,
}) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  const word = `kumquat${[...phone.slice(-6)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  await text(`We spoke of a ${word} yesterday`);
  for (let place = 0; place < 60; place += 1) await text(`Line ${place}\nof many\nfrom ${phone}`);
  await page.goto("/inbox");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("textbox", { name: /Search/ }).fill(word);
  await page.getByRole("list", { name: "Search results" }).getByRole("link").first().click();
  const found = inboxOf(page).thread.getByText(word);
  await expect(found).toBeInViewport();
  await page.reload();
  await expect(found).toBeInViewport();
});
