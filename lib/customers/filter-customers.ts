import type { Ctx } from "@/lib/kernel/context";
import { exactly, searchRanges } from "./rules";
import type { CustomerFilter } from "./schema";

/** What a filter means in SQL; `c` customers, `$1` the tenant. */
export function conditionsOf(
  ctx: Ctx,
  filter: Partial<CustomerFilter>,
): { conditions: string[]; values: unknown[] } {
  const ranges = [
    ...searchRanges(filter.search ?? ""),
    ...(filter.tag ? [exactly(`t:${filter.tag}`)] : []),
    ...(filter.country ? [exactly(`c:${filter.country}`)] : []),
    ...(filter.reach ? [exactly(`a:${filter.reach}`)] : []),
  ];
  const values: unknown[] = [ctx.tenantId];
  const conditions = ["c.tenant_id = $1::uuid", "c.name_source <> 'erased'"];
  for (const { from, to } of ranges) {
    values.push(from, to);
    conditions.push(`c.id IN (SELECT w.customer_id FROM customer_words w
      WHERE w.tenant_id = $1::uuid AND w.word >= $${values.length - 1} AND w.word <= $${values.length})`);
  }
  if (filter.consent === "opted_out") conditions.push(optedOut);
  return { conditions, values };
}

const optedOut = `c.id IN (SELECT a.customer_id FROM suppressions s JOIN customer_addresses a ON a.tenant_id = s.tenant_id
    AND a.address IN (s.address, 'whatsapp:' || s.address) WHERE s.tenant_id = $1::uuid)`;
