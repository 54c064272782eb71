import type { Page } from "@playwright/test";

/** Saves what the page looks like as test-results/screenshots/`name`.png, motionless. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: `test-results/screenshots/${name}.png`,
    animations: "disabled",
    caret: "hide",
  });
}
