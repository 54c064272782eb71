import type { Sql } from "@/lib/db";
import { defaultFlow, phrase } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import type { TenantView } from "@/lib/tenants";
import type { Party } from "./find-party";
import type { CallInlet } from "./load-inlet";
import type { CallSetup, PlaceCall } from "./schema";

type Planned = { input: PlaceCall; tenant: TenantView; inlet: CallInlet; party: Party };

const mostLately = 3;

/**
 * What a call of the receptionist's own begins with: who it is and why it calls before anything else, whatever the number's
 * flow is for callers. Nobody is asked for a recording before they know who calls, so where callers are asked it is left off.
 */
export async function planErrand(
  sql: Sql,
  ctx: Ctx,
  { input, tenant, inlet, party }: Planned,
): Promise<CallSetup> {
  const { receptionist } = inlet.setup;
  const { purpose, machineMessage = null } = input;
  const greeting = introduce(receptionist.languages[0] ?? "en-US", {
    ...{ person: party.name ?? "", receptionist: receptionist.name, business: tenant.name, purpose },
  });
  return {
    ...inlet.setup,
    flow: defaultFlow,
    callerName: party.name,
    receptionist: {
      ...receptionist,
      greeting,
      recording: receptionist.recording === "announce" ? "announce" : "off",
    },
    errand: { purpose, machineMessage, lately: await readLately(sql, ctx, party.customerId) },
  };
}

type Introduction = Record<"person" | "receptionist" | "business" | "purpose", string>;

/** The first words of such a call. The law of many places wants to hear at once that a machine calls, and for whom. */
function introduce(language: string, { person, purpose, ...words }: Introduction): string {
  const said: Record<string, string> = {
    ...words,
    person: person ? ` ${person.split(" ")[0]}` : "",
    purpose: purpose.replace(/[\s.!?।]+$/u, ""),
  };
  return phrase("introduction", language).replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? "");
}

async function readLately(sql: Sql, ctx: Ctx, customerId: string | null): Promise<string[]> {
  const rows = await sql.rows<{ summary: string }>(
    `SELECT left(summary, 300) AS summary FROM calls WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND summary IS NOT NULL
      ORDER BY started_at DESC LIMIT ${mostLately}`,
    [ctx.tenantId, customerId],
  );
  return rows.map(({ summary }) => summary);
}
