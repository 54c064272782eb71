import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/browser/find-browser";

/** A browser without a window, as large as a laptop's. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    ...(env && { env }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A visitor with a cookie for the site ("name=value"). */
export async function visit(browser: Browser, url: string, cookie = ""): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = cookie.split("=", 2);
  if (cookie) await context.addCookies([{ name, value, url }]);
  return context;
}

const settleMilliseconds = 2_000;

/** Kilobytes of script, gzipped, that a page has fetched two seconds after it was loaded with an empty cache. */
export async function weighScripts(browser: Browser, url: string, cookie = ""): Promise<number> {
  const context = await visit(browser, url, cookie);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  const answer = await page.goto(url, { waitUntil: "load" });
  if (answer?.url() !== url) throw new Error(`${url} led to ${answer?.url()}.`);
  await page.waitForTimeout(settleMilliseconds);
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

const keystrokes = [..."jjjjjjjjkkkkjjjj"];
const opened = 4;
const pauseMilliseconds = 250;

/** Walks the inbox by key and opens conversations by click; the slowest interaction in milliseconds, as browsers measure INP. */
export async function walkInbox(browser: Browser, site: string, cookie: string): Promise<number> {
  const context = await visit(browser, site, cookie);
  const page = await context.newPage();
  await page.goto(`${site}/inbox`, { waitUntil: "load" });
  const rows = page.locator("[data-conversation]");
  await rows.nth(opened).waitFor();
  await page.evaluate(watchInteractions);
  for (const key of keystrokes) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMilliseconds);
  }
  for (let place = 0; place < opened; place += 1) {
    await rows.nth(place).click();
    await page.waitForTimeout(pauseMilliseconds);
  }
  const durations = await page.evaluate(() => (globalThis as Watched).interactions ?? []);
  await context.close();
  // What took less than a frame is not told at all; eight milliseconds is the finest that browsers tell.
  return Math.max(8, ...durations);
}

type Watched = typeof globalThis & { interactions?: number[] };

function watchInteractions(): void {
  const found: number[] = [];
  (globalThis as Watched).interactions = found;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, "interactionId")) found.push(entry.duration);
  });
  observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
