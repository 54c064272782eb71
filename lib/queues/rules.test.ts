import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, estimateWait, type FreeSeat } from "./rules";

const seat = (name: string, more: Partial<FreeSeat> = {}): FreeSeat => ({
  ...{ queueId: "q", seat: name, position: 1, idleSince: 0, memberId: null, targetId: name },
  ...{ e164: "+12015550100", isInBrowser: false, ...more },
});
const caller = (id: string, queueId = "q") => ({ id, queueId, canRingBrowsers: true });
const named = (assigned: ReturnType<typeof assign>) =>
  assigned.map(({ waitId, seats }) => `${waitId}: ${seats.map((one) => one.seat).join(" ")}`);

describe("who is rung for whom", () => {
  const anna = seat("anna", { position: 2, idleSince: 100 });
  const ben = seat("ben", { position: 1, idleSince: 200 });

  it.each([
    ["longest_idle", ["1: anna", "2: ben"]],
    ["in_order", ["1: ben", "2: anna"]],
    ["together", ["1: anna ben"]],
  ] as const)("%s", (strategy, expected) => {
    expect(named(assign([caller("1"), caller("2"), caller("3")], [anna, ben], { q: strategy }))).toEqual(
      expected,
    );
  });

  it("rings a browser only where the carrier can, and lets the others be served meanwhile", () => {
    const inBrowser = seat("cara", { e164: null, isInBrowser: true });
    const waiting = [{ ...caller("1"), canRingBrowsers: false }, caller("2")];
    expect(named(assign(waiting, [inBrowser], { q: "longest_idle" }))).toEqual(["2: cara"]);
  });

  it("serves first who came first, across queues that share somebody", () => {
    const shared = [seat("anna"), seat("anna", { queueId: "r" })];
    expect(named(assign([caller("1", "r"), caller("2")], shared, {}))).toEqual(["1: anna"]);
  });

  it("is fair whatever comes: nobody twice, nobody overtaken in their own queue, nobody idle while somebody waits", () => {
    const arrivals = fc.array(fc.constantFrom("q", "r"), { maxLength: 40 });
    const people = fc.uniqueArray(fc.record({ name: fc.integer({ min: 0, max: 20 }), idle: fc.nat(1000) }), {
      ...{ maxLength: 12, selector: ({ name }) => name },
    });
    fc.assert(
      fc.property(arrivals, people, (queues, crew) => {
        const waiting = queues.map((queueId, index) => caller(String(index), queueId));
        const free = crew.map(({ name, idle }) => seat(`s${name}`, { idleSince: idle }));
        const assigned = assign(waiting, free, { q: "longest_idle" });
        const seats = assigned.flatMap((one) => one.seats);
        expect(new Set(seats.map((one) => one.seat)).size).toBe(seats.length);
        const ofQueue = waiting.filter(({ queueId }) => queueId === "q").map(({ id }) => id);
        expect(assigned.map(({ waitId }) => waitId)).toEqual(ofQueue.slice(0, free.length));
        const idle = seats.map(({ idleSince }) => idleSince);
        expect(idle).toEqual([...idle].sort((one, other) => one - other));
      }),
    );
  });
});

it.each([
  [1, 1, null, 180],
  [4, 2, 60, 120],
  [3, 0, 60, null],
])("at place %i with %i people a wait is estimated", (position, people, talk, expected) => {
  expect(estimateWait(position, people, talk)).toBe(expected);
});
