import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { changeCustomer, createCustomer } from "@/lib/customers";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { openDesk, runsOf, seedRule, tagsOf, texter } from "./testing";

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

const names = ["a", "b", "c"] as const;
type Name = (typeof names)[number];

/** A rule of the model: texts with a word, or a tag, give a tag, so many times. */
type Plan = { on: "text" | Name; unless: Name | null; give: Name; times: number };
type Doing = { kind: "text"; word: Name } | { kind: "tag"; tag: Name };

const name = fc.constantFrom(...names);
const plan: fc.Arbitrary<Plan> = fc.record({
  on: fc.oneof(fc.constant("text" as const), name),
  unless: fc.option(name),
  give: name,
  times: fc.integer({ min: 1, max: 3 }),
});
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), word: name }),
  fc.record({ kind: fc.constant("tag" as const), tag: name }),
);

/** What one rule should have done about one event, in the order of events. */
type Expected = "done" | "skipped" | "stopped";

/** The whole engine in a few lines: events in a queue, rules in their order, each event once per rule. */
function play(plans: readonly Plan[], doings: readonly Doing[]): { tags: Set<Name>; runs: Expected[][] } {
  const tags = new Set<Name>();
  const runs: Expected[][] = plans.map(() => []);
  const ran = plans.map(() => 0);
  for (const one of doings) {
    const queue: { on: "text" | Name; chain: number[] }[] = [];
    if (one.kind === "text") queue.push({ on: "text", chain: [] });
    else if (!tags.has(one.tag)) {
      tags.add(one.tag);
      queue.push({ on: one.tag, chain: [] });
    }
    for (let event = queue.shift(); event; event = queue.shift()) {
      for (const [index, rule] of plans.entries()) {
        if (rule.on !== event.on) continue;
        const outcome = meet(rule, index, event.chain);
        runs[index]?.push(outcome);
        if (outcome !== "done") continue;
        ran[index] = (ran[index] ?? 0) + 1;
        if (tags.has(rule.give)) continue;
        tags.add(rule.give);
        queue.push({ on: rule.give, chain: [...event.chain, index] });
      }
    }
  }
  return { tags, runs };

  function meet(rule: Plan, index: number, chain: readonly number[]): Expected {
    if (chain.includes(index) || chain.length >= 5) return "stopped";
    if (rule.unless !== null && tags.has(rule.unless)) return "skipped";
    return (ran[index] ?? 0) >= rule.times ? "skipped" : "done";
  }
}

it("does what a model of a few lines does, whatever the rules and the events", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(plan, { minLength: 1, maxLength: 4 }),
      fc.array(doing, { minLength: 1, maxLength: 5 }),
      async (plans, doings) => {
        const desk = await openDesk();
        const someone = texter(desk);
        const { id } = await createCustomer(desk.ctx, { name: "Maya", address: someone.from });
        const rules = [];
        for (const { on, unless, give, times } of plans)
          rules.push(
            await seedRule(desk.ctx, {
              trigger: on === "text" ? { on: "inbound_sms" } : { on: "customer_tagged", tag: on },
              conditions: unless === null ? [] : [{ if: "tag", tag: unless, has: false }],
              steps: [{ do: "tag", tag: give }],
              limits: { timesPerCustomer: times, withinHours: 1 },
            }),
          );
        let round = 0;
        for (const one of doings) {
          round += 1;
          if (one.kind === "text") await someone.text(`${one.word} ${round}`);
          else
            await changeCustomer(desk.ctx, {
              id,
              tags: [...new Set([...((await tagsOf(desk.ctx, id)) ?? []), one.tag])],
            });
          await runDueJobs();
        }
        const expected = play(plans, doings);
        expect(new Set(await tagsOf(desk.ctx, id))).toEqual(expected.tags);
        const found = [];
        for (const rule of rules) found.push((await runsOf(desk.ctx, rule.id)).map(({ status }) => status));
        expect(found).toEqual(expected.runs);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
