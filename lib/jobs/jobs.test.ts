import { fork } from "node:child_process";
import { once } from "node:events";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { unsafePlatformSql, withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import type { Ctx } from "@/lib/kernel/context";
import { newId, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import {
  cancelJob,
  enqueue,
  installJobs,
  job,
  listFailedJobs,
  type Runner,
  retryFailedJob,
  startRunner,
} from ".";
import { runDueJobs, unsafeQueuedJobs } from "./testing";

const done: { ctx: Ctx; word: string }[] = [];
const say = job({
  kind: "test.say",
  payload: z.object({ word: z.string() }),
  work: async (ctx, { word }) => void done.push({ ctx, word }),
});
const fail = job({
  kind: "test.fail",
  payload: z.object({}),
  maxAttempts: 1,
  work: () => Promise.reject(new Error("It broke.")),
});

let tenantId: TenantId;
let otherId: TenantId;
let runner: Runner | undefined;

beforeAll(async () => {
  await testDatabase();
  tenantId = await makeTenant();
  otherId = await makeTenant();
});

beforeEach(async () => {
  installJobs([say, fail]);
  done.length = 0;
  await unsafePlatformSql("a fresh queue", (sql) => sql.run("DELETE FROM graphile_worker._private_jobs"));
  return async () => {
    await runner?.stop();
    runner = undefined;
  };
});

async function makeTenant(): Promise<TenantId> {
  const id = newId();
  await unsafePlatformSql("a test makes a tenant", (sql) =>
    sql.run("INSERT INTO tenants (id, slug, name) VALUES ($1::uuid, $1::text, 'Test')", [id]),
  );
  return unsafeTenantId(id);
}

function enqueueWord(word: string, options: { key?: string; runAt?: Date } = {}, tenant = tenantId) {
  return withTenantSql({ tenantId: tenant }, (sql) =>
    enqueue(sql, { tenantId: tenant, kind: "test.say", payload: { word }, ...options }),
  );
}

const words = () => done.map(({ word }) => word);

describe("enqueue", () => {
  test("a job runs as its tenant, with a job as the actor", async () => {
    await enqueueWord("hello");
    expect(await runDueJobs()).toEqual(["test.say"]);
    expect(done).toMatchObject([
      { word: "hello", ctx: { tenantId, actor: { kind: "job", job: "test.say" } } },
    ]);
  });

  test("works inside a Prisma transaction too", async () => {
    await withTenant({ tenantId }, (tx) =>
      enqueue(tx.sql, { tenantId, kind: "test.say", payload: { word: "prisma" }, key: "k" }),
    );
    await runDueJobs();
    expect(words()).toEqual(["prisma"]);
  });

  test("a job of a transaction that rolls back vanishes", async () => {
    const refused = withTenantSql({ tenantId }, async (sql) => {
      await enqueue(sql, { tenantId, kind: "test.say", payload: { word: "never" } });
      throw new Error("rolled back");
    });
    await expect(refused).rejects.toThrow("rolled back");
    expect(await unsafeQueuedJobs()).toEqual([]);
  });

  test("an unknown kind and a payload that does not fit throw at once", async () => {
    const attempt = (kind: string, payload: unknown) =>
      withTenantSql({ tenantId }, (sql) => enqueue(sql, { tenantId, kind, payload }));
    await expect(attempt("test.nobody", {})).rejects.toThrow('No job of kind "test.nobody"');
    await expect(attempt("test.say", { word: 5 })).rejects.toThrow(z.ZodError);
  });

  test("no tenant enqueues for another one", async () => {
    const foreign = withTenantSql({ tenantId }, (sql) =>
      enqueue(sql, { tenantId: otherId, kind: "test.say", payload: { word: "forged" } }),
    );
    await expect(foreign).rejects.toThrow("only be enqueued for the tenant");
  });

  test("twenty orders with one key at once are one job, with the last one's payload and time", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => enqueueWord(`word ${index}`, { key: "same" })),
    );
    await enqueueWord("last", { key: "same", runAt: new Date(Date.now() + 60_000) });
    const queued = await unsafeQueuedJobs();
    expect(queued.map(({ payload }) => payload)).toEqual([{ word: "last" }]);
    expect(await runDueJobs()).toEqual([]);
  });

  test("the same key of another tenant is another job", async () => {
    await enqueueWord("mine", { key: "same" });
    await enqueueWord("theirs", { key: "same" }, otherId);
    expect(await unsafeQueuedJobs()).toHaveLength(2);
  });

  test("a waiting job can be cancelled by its own tenant only", async () => {
    await enqueueWord("later", { key: "timer", runAt: new Date(Date.now() + 60_000) });
    const order = { kind: "test.say", key: "timer" };
    const foreign = withTenantSql({ tenantId: otherId }, (sql) => cancelJob(sql, { ...order, tenantId }));
    await expect(foreign).rejects.toThrow("by its tenant");
    expect(await withTenantSql({ tenantId }, (sql) => cancelJob(sql, { ...order, tenantId }))).toBe(true);
    expect(await withTenantSql({ tenantId }, (sql) => cancelJob(sql, { ...order, tenantId }))).toBe(false);
    expect(await unsafeQueuedJobs()).toEqual([]);
  });

  test("a tenant's jobs go with it", async () => {
    const gone = await makeTenant();
    await enqueueWord("orphan", {}, gone);
    await unsafePlatformSql("a test removes a tenant", (sql) =>
      sql.run("DELETE FROM tenants WHERE id = $1::uuid", [gone]),
    );
    expect(await unsafeQueuedJobs()).toEqual([]);
  });
});

describe("the runner", () => {
  const report = vi.fn();
  beforeEach(() => void report.mockClear());
  const start = async () => {
    runner = await startRunner({ concurrency: 2, report, patienceMs: 200 });
    return runner;
  };

  test("does jobs that wait and jobs that come", async () => {
    await enqueueWord("before");
    await start();
    await vi.waitFor(() => expect(words()).toEqual(["before"]));
    await enqueueWord("after");
    await vi.waitFor(() => expect(words()).toEqual(["before", "after"]));
    expect(report).not.toHaveBeenCalled();
  });

  test("a job that used up its attempts is reported, listed for its tenant only, and can be retried", async () => {
    await start();
    await withTenantSql({ tenantId }, (sql) => enqueue(sql, { tenantId, kind: "test.fail", payload: {} }));
    const list = (id: TenantId) => withTenantSql({ tenantId: id }, (sql) => listFailedJobs(sql));
    await vi.waitFor(async () =>
      expect(await list(tenantId)).toMatchObject([
        { kind: "test.fail", error: "It broke.", attempts: 1, tenantId },
      ]),
    );
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ kind: "test.fail", isFinal: true }));
    expect(await list(otherId)).toEqual([]);
    const [failed] = await list(tenantId);
    const retry = (id: TenantId) =>
      withTenantSql({ tenantId: id }, (sql) => retryFailedJob(sql, failed?.id ?? ""));
    expect(await retry(otherId)).toBe(false);
    installJobs([say, { ...fail, perform: say.perform, check: () => {} }]);
    report.mockClear();
    expect(await retry(tenantId)).toBe(true);
    await vi.waitFor(() => expect(report).toHaveBeenCalled());
  });

  test("a payload that no longer fits is a failure, not a silence", async () => {
    await enqueueWord("fits");
    installJobs([job({ ...say, payload: z.object({ word: z.number() }), work: async () => {} })]);
    await start();
    await vi.waitFor(() =>
      expect(report).toHaveBeenCalledWith(expect.objectContaining({ kind: "test.say", isFinal: false })),
    );
    expect(done).toEqual([]);
  });

  test("jobs of a kind that nobody knows any more are reported, not kept in silence", async () => {
    await enqueueWord("forgotten");
    await unsafePlatformSql("as if it had waited", (sql) =>
      sql.run("UPDATE graphile_worker._private_jobs SET created_at = now() - interval '1 hour'"),
    );
    installJobs([fail]);
    await start();
    await vi.waitFor(() =>
      expect(report).toHaveBeenCalledWith({
        sentence: "1 jobs wait that no registered kind of job can do.",
        kind: "test.say",
      }),
    );
  });

  test("stopping finishes what runs", async () => {
    const gate = Promise.withResolvers<void>();
    const slow = job({ ...say, payload: z.object({ word: z.string() }), work: () => gate.promise });
    const begun = vi.spyOn(slow, "perform");
    installJobs([slow]);
    await start();
    await enqueueWord("slow");
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    const stopped = runner?.stop();
    gate.resolve();
    await stopped;
    expect(await unsafeQueuedJobs()).toEqual([]);
  });

  test("stopping gives back what does not end, with its attempt", async () => {
    const aborted = vi.fn();
    const endless = job({
      ...say,
      payload: z.object({ word: z.string() }),
      work: (_ctx, _payload, signal) => new Promise(() => signal.addEventListener("abort", aborted)),
    });
    const begun = vi.spyOn(endless, "perform");
    installJobs([endless]);
    await start();
    await enqueueWord("endless");
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    await runner?.stop();
    expect(await unsafeQueuedJobs()).toMatchObject([{ payload: { word: "endless" } }]);
    installJobs([say]);
    await start();
    await vi.waitFor(() => expect(words()).toEqual(["endless"]));
  });

  test("a tenant's one job does not wait for another tenant's thousand", async () => {
    await withTenantSql({ tenantId }, async (sql) => {
      for (let index = 0; index < 1_000; index += 1) {
        await enqueue(sql, { tenantId, kind: "test.say", payload: { word: "big" } });
      }
    });
    await enqueueWord("small", {}, otherId);
    await start();
    await vi.waitFor(() => expect(words()).toContain("small"));
    expect(words().indexOf("small")).toBeLessThanOrEqual(20);
  });

  test("the jobs of a worker that is killed run again", { timeout: 40_000 }, async () => {
    const silenceMs = 1_500;
    const { appUrl, platformUrl } = await testDatabase();
    const child = fork("lib/jobs/killed-worker.fixture.ts", [appUrl, platformUrl, String(silenceMs)], {
      execArgv: ["--import", "tsx"],
    });
    await Promise.all([once(child, "message"), enqueueWord("orphan")]);
    runner = await startRunner({ concurrency: 2, report, silenceMs });
    expect(done).toEqual([]);
    child.kill("SIGKILL");
    await once(child, "exit");
    await vi.waitFor(() => expect(words()).toEqual(["orphan"]), 10_000);
    expect(report).toHaveBeenCalledWith(
      expect.objectContaining({ sentence: "1 jobs of a worker that died were freed." }),
    );
  });

  test("a chore is done once per slot, however many workers there are", async () => {
    const work = vi.fn(async () => {});
    installJobs([say], [{ kind: "test.sweep", everyMs: 86_400_000, work }]);
    const runners = await Promise.all([0, 1, 2].map(() => startRunner({ concurrency: 1, report })));
    await vi.waitFor(() => expect(work).toHaveBeenCalled());
    await enqueueWord("after");
    await vi.waitFor(() => expect(words()).toEqual(["after"]));
    await Promise.all(runners.map((one) => one.stop()));
    expect(work).toHaveBeenCalledTimes(1);
  });
});
