import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

const smallestPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test.beforeEach(async ({ signInAs, page }) => {
  await signInAs("agent@demo.test");
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
});

test("a text arrives by itself, is answered, and its delivery is shown", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, thread, field, open } = inboxOf(page);
  const question = `Do you take walk-ins? ${phone}`;
  await text(question);
  await expect(row(question)).toBeVisible({ timeout: 3_000 });
  await expect(row(question)).toContainText("1");
  await expect(page).toHaveTitle(/^\(\d+\) Inbox/);

  await open(question);
  await expect(page).toHaveURL(/\/inbox\/[0-9a-f-]{36}/);
  await field.fill("Yes, until five.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(field).toHaveValue("");
  await expect(thread).toContainText("Yes, until five.");
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(await sentTo(phone)).toEqual(["Yes, until five."]);

  await page.reload();
  await expect(thread).toContainText("Yes, until five.");
  await expect(thread.getByText("Yes, until five.")).toHaveCount(1);
  await text("Great, see you then");
  await expect(thread).toContainText("Great, see you then", { timeout: 3_000 });
});

test("a sent message is seen within 100 ms, long before the carrier has it", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, open, field } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await field.fill("Instantly here");
  const waited = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const watcher = new MutationObserver(() => {
          if (!document.querySelector("ol")?.textContent?.includes("Instantly here")) return;
          watcher.disconnect();
          resolve(performance.now() - began);
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        document.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
      }),
  );
  expect(waited).toBeLessThan(100);
});

test("a picture goes with a message and opens large", async ({ page, simulator, expectedErrors }) => {
  expectedErrors.push(/status of 400/);
  const { phone, text } = newHandset();
  const { open, thread } = inboxOf(page);
  await text(`Hello ${phone}`);
  await open(`Hello ${phone}`);
  const files = page.getByLabel("Files to attach");
  await files.setInputFiles([
    { name: "crown.png", mimeType: "image/png", buffer: smallestPicture },
    { name: "notes.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") },
  ]);
  const attached = page.getByRole("list", { name: "Attached files" });
  await expect(attached).toContainText("crown.png");
  await expect(attached).toContainText("cannot be sent as a text");
  await page.getByRole("button", { name: "Remove notes.exe" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  const sent = (await simulator.ledger("message.sent")).find(({ to }) => to === phone);
  expect(sent?.mediaUrls).toHaveLength(1);
  await thread.getByRole("button", { name: "Open picture crown.png" }).click();
  await expect(page.getByRole("dialog").getByRole("img")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a note stays in the house", async ({ page }) => {
  const { phone, text } = newHandset();
  const { row, open, thread } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill("Ask for the insurance card");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(thread).toContainText("Ask for the insurance card");
  await expect(thread).toContainText("only your team sees notes");
  expect(await sentTo(phone)).toEqual([]);
});

test("a draft waits over a reload and a look elsewhere, also when the customer wrote meanwhile", async ({
  page,
}) => {
  const [one, other] = [newHandset(), newHandset()];
  const { row, open, field, thread } = inboxOf(page);
  await one.text(`First ${one.phone}`);
  await other.text(`Second ${other.phone}`);
  await open(`First ${one.phone}`);
  const kept = page.waitForResponse((response) => response.url().endsWith("/draft"));
  await field.fill("Half a sent");
  await kept;
  await open(`Second ${other.phone}`);
  await expect(field).toHaveValue("");
  await one.text("Are you there?");
  await row("Are you there?").click();
  await expect(thread).toContainText("Are you there?");
  await expect(field).toHaveValue("Half a sent");
  await page.reload();
  await expect(field).toHaveValue("Half a sent");
});

test("a first message goes to a number in any spelling", async ({ page, expectedErrors }) => {
  expectedErrors.push(/status of 422/);
  const { phone, face } = newHandset();
  await page.getByRole("button", { name: "New conversation" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New conversation" });
  await dialog.getByRole("textbox", { name: "To" }).fill("12");
  await dialog.getByRole("textbox", { name: "Message" }).fill("Your glasses are ready.");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByRole("alert")).toContainText("not a number that can receive texts");
  await dialog.getByRole("textbox", { name: "To" }).fill(face.replace("+1 ", ""));
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toBeHidden();
  await expect(inboxOf(page).thread.getByText("Delivered")).toBeVisible();
  expect(await sentTo(phone)).toEqual(["Your glasses are ready."]);
});

test("what a text costs is counted as the carrier counts", async ({ page, simulator }) => {
  const { phone, text } = newHandset();
  const { row, open, field } = inboxOf(page);
  await text(`Hello ${phone}`);
  await expect(row(phone)).toBeVisible();
  await open(`Hello ${phone}`);
  const table: [body: string, shown: RegExp][] = [
    ["a".repeat(160), /160 \/ 160 · 1 segment/],
    ["a".repeat(161), /2 segments/],
    ["€".repeat(80), /160 \/ 160 · 1 segment/],
    [`${"a".repeat(68)}🙂`, /70 \/ 70 · 1 segment · UCS-2 because of 🙂/],
    [`${"a".repeat(69)}🙂`, /2 segments · UCS-2 because of 🙂/],
  ];
  for (const [body, shown] of table) {
    await field.fill(body);
    await expect(page.getByRole("form", { name: "Reply" })).toContainText(shown);
  }
  await page.getByRole("button", { name: "Send" }).click();
  await expect
    .poll(async () => (await simulator.ledger("message.sent")).find(({ to }) => to === phone)?.segments)
    .toBe(2);
});
