import { expect, test } from "vitest";
import { forgetTurns, type Turns, takeTurn, type Urgency } from "./turn";

const now = Date.parse("2026-11-20T12:00:00Z");

/** Names of jobs in the order in which the queue would start them. */
function order(
  orders: { name: string; urgency?: Urgency; at?: number }[],
  turns: Turns = new Map(),
): string[] {
  const taken = orders.map(({ name, urgency = "normal", at = now }) => ({
    name,
    turn: takeTurn(turns, name, urgency, at).getTime(),
  }));
  return taken.sort((a, b) => a.turn - b.turn).map(({ name }) => name);
}

const many = (name: string, count: number) => Array.from({ length: count }, () => ({ name }));

test("one tenant's jobs keep their order, and all turns lie in the past", () => {
  const turns: Turns = new Map();
  const times = Array.from({ length: 50_000 }, () => takeTurn(turns, "a", "normal", now).getTime());
  expect(times.every((time, index) => time <= now && time >= (times[index - 1] ?? 0))).toBe(true);
});

test("a tenant that comes after another one's ten thousand jobs stands before almost all of them", () => {
  const started = order([...many("big", 10_000), { name: "small", at: now + 1_000 }]);
  expect(started.indexOf("small")).toBeLessThanOrEqual(11);
});

test("two tenants with much to do take turns", () => {
  const started = order([...many("first", 1_000), ...many("second", 1_000)]).slice(0, 100);
  expect(started.filter((name) => name === "second").length).toBe(50);
});

test("a turn that waits grows old, so nobody starves", () => {
  const started = order([
    ...many("big", 200),
    ...Array.from({ length: 100 }, (_, index) => ({ name: "steady", at: now + index * 1_000 })),
  ]);
  expect(started.lastIndexOf("big")).toBeLessThan(250);
});

test("what a person waits for goes before what nobody waits for", () => {
  const turns: Turns = new Map();
  const [bulk = 0, normal = 0, urgent = 0] = (["bulk", "normal", "urgent"] as const).map((urgency) =>
    takeTurn(turns, "a", urgency, now).getTime(),
  );
  expect(urgent).toBeLessThan(normal);
  expect(normal).toBeLessThan(bulk);
});

test("having used idle workers costs nothing later, once the queue has been empty for a while", () => {
  const turns: Turns = new Map();
  for (let index = 0; index < 1_000; index += 1) takeTurn(turns, "a", "normal", now);
  forgetTurns(turns, now + 10_000);
  expect(turns.size).toBe(1);
  forgetTurns(turns, now + 31_000);
  expect(turns.size).toBe(0);
});
