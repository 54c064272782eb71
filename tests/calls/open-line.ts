import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import { unsafeAddNumber } from "@/lib/numbers";
import { practice, seedDesk, type TestDesk } from "@/lib/receptionist/testing";
import type { Simulator } from "@/simulator";
import { vobizMemory } from "@/simulator/vobiz/memory/memory";
import { newNumber } from "@/simulator/world/new-number";
import type { Script } from "./script";

export type Carrier = "twilio" | "vobiz";

/** A practice that can be rung on one carrier, and the caller who does. */
export type Line = { desk: TestDesk; slug: string; number: string; caller: string; carrier: Carrier };

const accounts = { twilio: "AC00000000000000000000000000000001", vobiz: "MA_DEMO0001" };
let lines = 0;

/** A practice of its own with a number and a caller of its own, so that no call knows of another. */
export async function openLine(
  { world }: Simulator,
  carrier: Carrier,
  { callerName = null, settings = {} }: { callerName?: string | null; settings?: Script["settings"] } = {},
): Promise<Line> {
  lines += 1;
  const mark = String(lines).padStart(4, "0");
  const caller = carrier === "twilio" ? `+1415555${mark}` : `+91981230${mark}`;
  const number = carrier === "twilio" ? `+1212555${mark}` : `+91797154${mark}`;
  const desk = await seedDesk(practiceOn(carrier), { phone: caller, name: callerName });
  const { slug, teamId } = await unsafeReadTenant(desk);
  await unsafeAddNumber(desk.ctx, {
    ...{ e164: number, carrier, label: "Front desk", teamId },
    kinds: carrier === "twilio" ? ["voice", "sms"] : ["voice"],
  });
  await writeSettings(desk, settings);
  const base = `${env.publicUrl}/api/${carrier}/${slug}`;
  const owned = { carrier, accountSid: accounts[carrier], phoneNumber: number, country: "US" };
  if (carrier === "twilio")
    newNumber(world, { ...owned, voiceUrl: `${base}/answer`, statusCallback: `${base}/status` });
  else newNumber(world, { ...owned, voiceApplicationSid: addApplication(world, slug, base) });
  return { desk, slug, number, caller, carrier };
}

/** The same practice on both carriers; its people have numbers where its carrier reaches them. */
function practiceOn(carrier: Carrier): typeof practice {
  const languages = ["en-US", "es-US", "hi-IN"];
  if (carrier === "twilio") return { ...practice, languages };
  const transfers = practice.transfers.map(
    ([label, e164, isEmergency]): (typeof practice.transfers)[number] => [
      ...([label, e164.replace("+1201555", "+91984501"), isEmergency] as const),
    ],
  );
  return { ...practice, languages, transfers, country: "IN" };
}

/** An application whose callbacks are signed, as those are that the product makes for itself. */
function addApplication(world: Simulator["world"], slug: string, base: string): string {
  const { applications } = vobizMemory(world);
  const demo = applications.get("app-demo-0001");
  if (!demo) throw new Error("The simulated Vobiz has no application.");
  const urls = { answerUrl: `${base}/answer`, hangupUrl: `${base}/hangup` };
  applications.set(slug, { ...demo, id: slug, ...urls, isSigned: true });
  return slug;
}

function unsafeReadTenant({ ctx }: TestDesk): Promise<{ slug: string; teamId: string }> {
  return unsafePlatformSql("a test reads the tenant that it made", async (sql) => {
    const row = await sql.one<{ slug: string; teamId: string }>(
      `SELECT n.slug, t.id AS "teamId" FROM tenants n JOIN teams t ON t.tenant_id = n.id WHERE n.id = $1::uuid`,
      [ctx.tenantId],
    );
    if (!row) throw new Error("The seeded tenant is gone.");
    return row;
  });
}

async function writeSettings({ ctx }: TestDesk, settings: NonNullable<Script["settings"]>): Promise<void> {
  const { recording = "off", talk = "gather", limits = {} } = settings;
  await withTenantSql(ctx, (sql) =>
    sql.run(
      "UPDATE receptionists SET recording = $2, talk = $3, limits = $4::jsonb WHERE tenant_id = $1::uuid",
      [ctx.tenantId, recording, talk, JSON.stringify(limits)],
    ),
  );
}
