import { beforeAll, describe, expect, it } from "vitest";
import { newId, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import { testDatabase } from "./testing";
import { unsafePlatform, withTenant, withTenantSql } from "./transaction";

beforeAll(() => testDatabase());

const where = "SELECT pg_backend_pid() AS pid, current_setting('app.tenant_id', true) AS tenant";
type Where = { pid: number; tenant: string };

describe("transactions at the same time", () => {
  it.each([
    ["withTenant", withTenant],
    ["withTenantSql", withTenantSql],
  ] as const)("of different tenants never see each other's connection: %s", async (_name, begin) => {
    const visit = async (tenantId: TenantId) => {
      const seen: Where[] = [];
      await begin({ tenantId }, async (tx) => {
        for (let step = 0; step < 5; step += 1)
          seen.push(...(await ("sql" in tx ? tx.sql : tx).rows<Where>(where)));
      });
      expect(new Set(seen.map(({ tenant }) => tenant))).toEqual(new Set([tenantId]));
      expect(new Set(seen.map(({ pid }) => pid)).size).toBe(1);
    };
    await Promise.all(Array.from({ length: 8 }, () => visit(unsafeTenantId(newId()))));
  });

  it("use one connection for the models and for plain SQL", async () => {
    const visit = () =>
      unsafePlatform("a test looks at connections", async (tx) => {
        for (let step = 0; step < 5; step += 1) {
          const [own] = await tx.$queryRaw<Where[]>`SELECT pg_backend_pid() AS pid`;
          const beside = await tx.sql.one<Where>("SELECT pg_backend_pid() AS pid");
          expect(beside?.pid).toBe(own?.pid);
        }
      });
    await Promise.all([visit(), visit(), visit()]);
  });
});
