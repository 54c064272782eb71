import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/;
const realFetch = globalThis.fetch;
let refusedOrigins: string[] = [];

/** A console.error or a request to the outside world fails the test in which it happens, even when it is caught. */
beforeEach(() => {
  refusedOrigins = [];
  vi.spyOn(console, "error");
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (LOOPBACK.test(url.hostname)) return realFetch(input, init);
    refusedOrigins.push(url.origin);
    throw new TypeError(`A test called ${url.origin}. Pass a fetch of your own, or use the simulator.`);
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  expect(refusedOrigins, "requests to the outside world").toEqual([]);
  // A test that expects an error replaces console.error, or clears the calls it has looked at.
  const reported = vi.isMockFunction(console.error) ? vi.mocked(console.error).mock.calls : [];
  expect(reported, "console.error").toEqual([]);
});

afterAll(async () => {
  // Imported only where a test made a database: it brings Prisma along, which tests of pure functions need not load.
  if ("trunklineTestDatabase" in globalThis) await (await import("@/lib/db/testing")).dropTestDatabase();
});
