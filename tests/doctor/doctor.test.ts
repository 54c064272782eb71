import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { unsafePlatformSql } from "@/lib/db";
import { examine, type Finding } from "@/lib/doctor";
import { judgeClock } from "@/lib/doctor/rules";
import { readBoard } from "@/lib/notifications";
import { listNumbers, repairNumber } from "@/lib/numbers";
import { connectAccount } from "@/lib/setup";
import { testAccounts } from "@/lib/setup/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { unsafeRowCounts } from "@/lib/webhooks/testing";
import { type Desk, openDesk } from "./open-desk";

let desk: Desk;
let tenant: SeededTenant;
const e164 = "+12065550111";

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  desk.proxy.does = "none";
  await unsafePlatformSql("a test frees the number", (sql) => sql.run("DELETE FROM number_directory"));
  tenant = await seedTenant();
  await connectAccount(tenant.ctx, {
    ...{ carrier: "twilio", scope: "tenant", credentials: testAccounts.one, e164 },
  });
});

const held = () => [...desk.simulator.world.store.numbers.values()].find((one) => one.phoneNumber === e164);

it("finds what is wrong with a number and its account, says it once as news, and is content after the repair", async () => {
  const { ctx } = tenant;
  expect(bad((await examine(ctx)).examinations)).toEqual([]);
  Object.assign(held() ?? {}, { voiceUrl: "https://elsewhere.example/", smsUrl: "" });
  const second = await examine(ctx);
  expect(bad(second.examinations).map(({ key }) => key)).toEqual(["webhook:answer", "webhook:text"]);
  for (const finding of bad(second.examinations)) expect(finding.cure?.length).toBeGreaterThan(5);
  await examine(ctx);
  const news = await unsafePlatformSql("a test reads events", (sql) =>
    sql.rows("SELECT 1 FROM events WHERE tenant_id = $1::uuid AND kind = 'doctor.drift'", [ctx.tenantId]),
  );
  expect(news).toHaveLength(1);
  expect(await readBoard(ctx)).toMatchObject({
    unread: 1,
    data: [{ title: `${e164} does not work as it should` }],
  });
  const [number] = await listNumbers(ctx);
  await repairNumber(ctx, number?.id ?? "");
  expect(bad((await examine(ctx)).examinations)).toEqual([]);
  expect((await readBoard(ctx)).data[0]).toMatchObject({ title: `${e164} works again`, tone: "good" });
});

it("rehearses a call and a text through the tenant's own flow and inbox, and leaves nothing of them behind", async () => {
  await examine(tenant.ctx);
  const before = await unsafeRowCounts();
  const { examinations } = await examine(tenant.ctx);
  const number = examinations.find(({ kind }) => kind === "number");
  const found = Object.fromEntries(number?.findings.map((one) => [one.key, one]) ?? []);
  expect(found["rehearsal:call"]).toMatchObject({
    tone: "good",
    sentence: expect.stringContaining("It went on when the caller said nothing"),
  });
  expect(found["rehearsal:text"]).toMatchObject({ tone: "good" });
  const { events = 0, ...after } = await unsafeRowCounts();
  const { events: eventsBefore = 0, ...rest } = before;
  expect(after).toEqual(rest);
  expect(events - eventsBefore).toBe(1); // the news with which the live stream was proven
});

it("proves the live stream by news that comes back", async () => {
  const live = (await examine(tenant.ctx)).examinations
    .find(({ kind }) => kind === "installation")
    ?.findings.find(({ key }) => key === "live");
  expect(live).toMatchObject({ tone: "good", sentence: expect.stringContaining("reached an open screen") });
});

it("looks at nothing of another tenant", async () => {
  const { examinations } = await examine((await seedTenant()).ctx);
  expect(examinations.map(({ kind }) => kind)).toEqual(["installation"]);
});

it.each([
  [0, "good"],
  [-20_000, "warn"],
  [90_000, "bad"],
])("judges a clock that is %d ms away", (skew, tone) => {
  expect(judgeClock(skew)).toMatchObject({ tone });
});

function bad(examinations: { findings: Finding[] }[]): Finding[] {
  return examinations.flatMap(({ findings }) => findings).filter(({ tone }) => tone === "bad");
}
