import { type BrowserContext, test as base, expect } from "@playwright/test";
import { type DemoLogin, signIn } from "./sign-in";
import { type Simulator, simulator } from "./simulator";

type Fixtures = {
  /** Signs this test's browser in. */
  signInAs: (email: DemoLogin | (string & {})) => Promise<void>;
  simulator: Simulator;
  /** Texts of the browser's console that this test provokes; any other error there fails it. */
  expectedErrors: RegExp[];
  failOnErrors: undefined;
};

const LOOPBACK = /^(data:|blob:|https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/;

/** Playwright's test, in which an error in the browser's console or a request to the outside world is a failure. */
export const test = base.extend<Fixtures>({
  signInAs: ({ context }, use) => use((email) => signIn(context, email)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  simulator: ({}, use) => use(simulator),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  expectedErrors: ({}, use) => use([]),
  failOnErrors: [
    async ({ context, expectedErrors }, use) => {
      const problems = watch(context);
      await use(undefined);
      const unexpected = problems.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

function watch(context: BrowserContext): string[] {
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(String(error.error().stack ?? error.error())));
  context.on("request", (request) => {
    if (!LOOPBACK.test(request.url())) problems.push(`A request left for ${request.url()}`);
  });
  return problems;
}
