import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    environment: "node",
    include: ["{lib,app,components,simulator,scripts,bench,tests}/**/*.test.{ts,tsx}", "*.test.ts"],
    globalSetup: "scripts/proof/test-cluster.ts",
    setupFiles: "scripts/proof/strict-tests.ts",
    testTimeout: 20_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubGlobals: true,
    env: { TZ: "UTC" },
  },
});
