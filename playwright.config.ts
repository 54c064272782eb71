import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser/find-browser";
import { e2ePlace, e2eSettings } from "./scripts/proof/e2e-place";

const place = e2ePlace();
// The test workers sign in and seed through the product's own code, which must find the same database and secrets.
Object.assign(process.env, e2eSettings(place));
const { executablePath, env } = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  timeout: 90_000, // a whole story with its audits, on a machine that has other work
  expect: { timeout: 8_000 },
  use: {
    baseURL: place.url,
    locale: "en-US",
    timezoneId: "America/New_York",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      ...(env && { env }),
      // A microphone for the softphone, and no question about it.
      args: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
    },
  },
  projects: [
    { name: "desk", testIgnore: "**/*.phone.e2e.ts", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      testMatch: "**/*.phone.e2e.ts",
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `exec "${process.execPath}" scripts/start.ts`,
    url: `${place.url}/api/health`,
    env: { ...e2eSettings(place), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
