import { expect, test } from "vitest";
import { isCurrent } from "./nav-item";

test.each([
  ["/inbox", "/inbox", true],
  ["/inbox/0192", "/inbox", true],
  ["/inboxes", "/inbox", false],
  ["/settings", "/inbox", false],
  ["/extra/page", "/inbox", true],
])("on %s the entry %s is current: %s", (pathname, href, current) => {
  expect(isCurrent(pathname, { href, also: ["/extra"] })).toBe(current);
});
