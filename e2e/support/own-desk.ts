import { randomBytes, randomInt } from "node:crypto";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { openProductDatabase } from "./database";
import { simulator } from "./simulator";

/** A business of this story alone, and an account with one number that only it knows. */
export type OwnDesk = {
  tenant: SeededTenant;
  email: string;
  account: { sid: string; token: string };
  number: string;
  /** The number as pages write it. */
  face: string;
};

/** Opens a business, and an account of its own at the carrier. */
export async function openOwnDesk(): Promise<OwnDesk> {
  await openProductDatabase();
  const tenant = await seedTenant({ name: "Harbor Bakery" });
  const account = { sid: `AC${randomBytes(16).toString("hex")}`, token: randomBytes(16).toString("hex") };
  await simulator.account({ ...account, name: "Harbor Bakery" });
  const digits = `206${randomInt(200, 999)}${String(randomInt(0, 10_000)).padStart(4, "0")}`;
  const number = `+1${digits}`;
  const old = "https://old.example/voice";
  await simulator.number({ accountSid: account.sid, phoneNumber: number, voiceUrl: old });
  const face = `+1 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
  return { tenant, email: tenant.owner.email, account, number, face };
}
