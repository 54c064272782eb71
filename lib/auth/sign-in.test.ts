import { beforeAll, expect, test } from "vitest";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import { seedPassword, seedTenant } from "@/lib/tenants/testing";
import { signIn } from "./sign-in";
import { testVisitor } from "./testing";

beforeAll(testDatabase);

const wrong = { ok: false, reason: "wrong_credentials" };
let lastAddress = 0;

/** Every test guesses from a network of its own. */
function newVisitor(clock = fixedClock("2026-11-20T09:00:00Z")) {
  lastAddress += 1;
  return { clock, visitor: testVisitor(clock, `198.51.100.${lastAddress}`) };
}

test("the right password starts a session under a new id each time, in the user's tenant", async () => {
  const { owner, ctx } = await seedTenant();
  const { visitor } = newVisitor();
  const first = await signIn(visitor, { email: owner.email, password: seedPassword });
  const second = await signIn(visitor, { email: owner.email, password: seedPassword });
  expect(first).toMatchObject({ ok: true, userId: owner.userId });
  expect(first.ok && second.ok && first.sessionId !== second.sessionId).toBe(true);
  const rows = await unsafePlatformSql("test", (sql) =>
    sql.rows("SELECT DISTINCT tenant_id FROM sessions WHERE user_id = $1::uuid", [owner.userId]),
  );
  expect(rows).toEqual([{ tenant_id: ctx.tenantId }]);
});

test("an unknown account, a wrong password and a disabled account get the same answer and the same throttle", async () => {
  const { owner } = await seedTenant();
  const disabled = (await seedTenant()).owner;
  await unsafePlatformSql("test", (sql) =>
    sql.run("UPDATE users SET disabled_at = now() WHERE id = $1::uuid", [disabled.userId]),
  );
  const attempts = [
    { email: "nobody@example.test", password: seedPassword },
    { email: owner.email, password: "wrong wrong wrong" },
    { email: disabled.email, password: seedPassword },
  ];
  const answers = [];
  for (const attempt of attempts) {
    const { visitor } = newVisitor();
    const seen = [];
    for (let round = 0; round < 6; round += 1) seen.push(await signIn(visitor, attempt));
    answers.push(seen);
  }
  expect(answers[0]).toEqual([
    ...Array(5).fill(wrong),
    { ok: false, reason: "throttled", retryAfterSeconds: 2 },
  ]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test("the wait doubles, never locks for good, and ends with a right password", async () => {
  const { owner } = await seedTenant();
  const { clock, visitor } = newVisitor();
  const waits: number[] = [];
  for (let failures = 0; waits.length < 12 && failures < 100; failures += 1) {
    const answer = await signIn(visitor, { email: owner.email, password: "wrong wrong wrong" });
    if (answer.ok || answer.reason !== "throttled") continue;
    waits.push(answer.retryAfterSeconds);
    clock.advance(answer.retryAfterSeconds * 1000);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  clock.advance(900_000);
  const right = { email: owner.email, password: seedPassword };
  expect(await signIn(visitor, right)).toMatchObject({ ok: true });
  const again = await signIn(visitor, { ...right, password: "wrong wrong wrong" });
  expect(again).toEqual(wrong);
});

test("fifty guesses at once are not fifty tries", async () => {
  const { owner } = await seedTenant();
  const { visitor } = newVisitor();
  const guesses = Array.from({ length: 50 }, (_, index) => ({
    email: owner.email,
    password: `guess number ${index}`,
  }));
  const answers = await Promise.all(guesses.map((guess) => signIn(visitor, guess)));
  expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong_credentials")).toHaveLength(5);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "throttled")).toHaveLength(45);
});

test("one network that tries many accounts is slowed down too, another network is not", async () => {
  const { visitor } = newVisitor();
  const reasons = [];
  for (let account = 0; account < 22; account += 1) {
    const answer = await signIn(visitor, { email: `spray-${account}@example.test`, password: seedPassword });
    reasons.push(answer.ok ? "ok" : answer.reason);
  }
  expect(reasons).toEqual([...Array(21).fill("wrong_credentials"), "throttled"]);
  const { owner } = await seedTenant();
  expect(await signIn(newVisitor().visitor, { email: owner.email, password: seedPassword })).toMatchObject({
    ok: true,
  });
});

test("an IPv6 customer counts as one network, whichever of its addresses is used", async () => {
  const clock = fixedClock("2026-11-20T09:00:00Z");
  const answers = [];
  for (let host = 0; host < 22; host += 1) {
    const visitor = testVisitor(clock, `2001:db8:7:7::${host.toString(16)}`);
    answers.push(await signIn(visitor, { email: `v6-${host}@example.test`, password: seedPassword }));
  }
  expect(answers.at(-1)).toMatchObject({ ok: false, reason: "throttled" });
});

test("failures are forgotten after a day", async () => {
  const { clock, visitor } = newVisitor();
  const attempt = { email: "day@example.test", password: seedPassword };
  for (let round = 0; round < 5; round += 1) await signIn(visitor, attempt);
  expect(await signIn(visitor, attempt)).toMatchObject({ reason: "throttled" });
  clock.advance(25 * 60 * 60 * 1000);
  for (let round = 0; round < 5; round += 1) expect(await signIn(visitor, attempt)).toEqual(wrong);
});
