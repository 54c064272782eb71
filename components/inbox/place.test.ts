import { expect, test } from "vitest";
import { placeFrom, placePath } from "./place";

const read = (address: string) => {
  const url = new URL(address, "http://desk.test");
  return placeFrom(url.pathname, url.searchParams);
};

test.each([
  "/inbox",
  "/inbox?tab=closed",
  "/inbox/0199?tab=mine&channel=sms&priority=high&assignee=nobody&unread=true",
  "/inbox/0199?q=two+words&at=0198",
  "/inbox?tag=vip&unread=true",
])("%s reads and writes as itself", (address) => {
  expect(placePath(read(address))).toBe(address);
});

test("what is not understood counts as not said", () => {
  expect(placePath(read("/inbox?tab=everything&channel=fax&priority=extreme&unread=maybe"))).toBe("/inbox");
});
