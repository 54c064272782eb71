import fc from "fast-check";
import { expect, test } from "vitest";
import { statusLadder } from "./status";

const ladder = statusLadder({ queued: 0, sending: 1, sent: 2, delivered: 3, failed: 3, read: 4 });

test("a state moves up, never down, and never between states of one rank", () => {
  expect(ladder.advance("queued", "sent")).toBe("sent");
  expect(ladder.advance("delivered", "sent")).toBe("delivered");
  expect(ladder.advance("delivered", "failed")).toBe("delivered");
  expect(ladder.advance("failed", "delivered")).toBe("failed");
});

test("without states of one rank, any order of the same news ends the same", () => {
  const news = fc.shuffledSubarray<(typeof ladder.statuses)[number]>(
    ladder.statuses.filter((status) => status !== "failed"),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(news, (states) => {
      const last = states.reduce((state, next) => ladder.advance(state, next));
      expect(ladder.rank(last)).toBe(Math.max(...states.map(ladder.rank)));
    }),
  );
});

test("only its own states are states", () => {
  expect(ladder.statuses).toContain("read");
  expect(["queued", "Queued", "toString", "__proto__", ""].map(ladder.has)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
