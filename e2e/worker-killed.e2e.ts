import { startStubModel } from "@/lib/ai/testing";
import { callFromHandset, say } from "./support/handset";
import { kill, startOwnProduct } from "./support/own-product";
import { expect, test } from "./support/test";

const business = "+15005550006";
const phone = "+16465550142"; // the product is this story's own, and so is the caller

test("a worker dies after the hang-up: the open page gets summary and recording from the next one", async ({
  page,
  browser,
}) => {
  test.slow();
  const model = await startStubModel();
  model.script({ say: ["Never told."], stallMs: 600_000 });
  const product = await startOwnProduct();
  const { url, simulatorUrl } = product.place;
  try {
    const worker = await product.startWorker({ OPENAI_API_KEY: "test", OPENAI_BASE_URL: model.url });
    await page.goto(`${url}/sign-in?next=/calls`);
    await page.getByRole("button", { name: /owner@demo\.test/ }).click();
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Calls" })).toBeVisible();

    const handset = await callFromHandset(browser, phone, business, simulatorUrl);
    await say(handset, "What are your opening hours?");
    await say(handset, "Thank you, that is all");
    await expect(handset.getByText(/^Call ended/)).toBeVisible({ timeout: 30_000 });
    await handset.context().close();
    // It has the summary in its hands now, and nobody else knows of it.
    await expect.poll(() => model.requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
    await kill(worker);

    await page
      .getByRole("row")
      .filter({ hasText: phone.slice(-4) })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("list", { name: "Transcript" })).toContainText(
      "What are your opening hours?",
    );
    await expect(page.getByText("The summary is being written…")).toBeAttached();

    await product.startWorker();
    const summary = page.getByRole("region", { name: "Summary" });
    await expect(summary).toContainText("asked about the opening hours", { timeout: 60_000 });
    await expect(page.getByRole("button", { name: "Play the recording" })).toBeVisible({ timeout: 30_000 });
    await page.getByRole("tab", { name: /X-ray/ }).click();
    await expect(page.getByRole("tabpanel").getByText("Summary written")).toHaveCount(1);
  } finally {
    await page.close(); // it would miss the product
    await product.stop();
    await model.close();
  }
});
