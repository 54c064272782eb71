import { newAccount } from "../world/new-account";
import { newNumber } from "../world/new-number";
import type { Account } from "../world/records";
import type { World } from "../world/world";

/**
 * The Twilio accounts that every simulator starts with:
 *
 * | account | token | what |
 * |---|---|---|
 * | AC…0001 | 0123456789abcdef0123456789abcdef | the demo's: active, key SK…0001, +15005550006 (webhooks preset to tenant `demo`), +12125550142, +14155550123, +18005550199 |
 * | AC…0002 | 00000000000000000000000000000002 | suspended: it can be looked at, every operation is refused |
 * | AC…0003 | 00000000000000000000000000000003 | trial, owns +13125550170, reaches only +14155550100 |
 * | AC…0004 | 00000000000000000000000000000004 | active, owns +16175550180: another business's account |
 */
export function seedTwilio(world: World): void {
  const demo = open(world, 1, { name: "Trunkline demo", token: "0123456789abcdef0123456789abcdef" });
  open(world, 2, { name: "Suspended account", status: "suspended" });
  const trial = open(world, 3, {
    name: "Trial account",
    type: "Trial",
    verifiedNumbers: ["+14155550100"],
  });
  const other = open(world, 4, { name: "Another business" });
  seedDemoNumber(world, demo);
  seedDemoKey(world, demo);
  give(world, demo, "PN00000000000000000000000000000002", "+12125550142", "New York office");
  give(world, demo, "PN00000000000000000000000000000003", "+14155550123", "San Francisco office");
  give(world, demo, "PN00000000000000000000000000000004", "+18005550199", "Toll-free line");
  give(world, trial, "PN00000000000000000000000000000005", "+13125550170", "Trial number");
  give(world, other, "PN00000000000000000000000000000006", "+16175550180", "Boston line");
}

function open(world: World, order: number, given: Partial<Account>): Account {
  const digits = String(order).padStart(32, "0");
  return newAccount(world, { sid: `AC${digits}`, token: digits, ...given });
}

function seedDemoNumber(world: World, account: Account): void {
  const base = `${world.publicUrl}/api/twilio/demo`;
  newNumber(world, {
    sid: "PN00000000000000000000000000000001",
    carrier: "twilio",
    accountSid: account.sid,
    phoneNumber: "+15005550006",
    country: "US",
    name: "Riverside Dental",
    voiceUrl: `${base}/answer`,
    statusCallback: `${base}/status`,
    smsUrl: `${base}/sms`,
    voiceFallbackUrl: `${base}/answer?fallback=1`,
    smsFallbackUrl: `${base}/sms?fallback=1`,
    whatsappUrl: `${base}/whatsapp`,
  });
}

/** The key that signs the demo's softphone tokens. */
function seedDemoKey(world: World, account: Account): void {
  const now = world.clock.now();
  const sid = "SK00000000000000000000000000000001";
  const secret = "abcdef0123456789abcdef0123456789";
  world.store.keys.set(sid, {
    sid,
    secret,
    accountSid: account.sid,
    name: "Trunkline demo",
    createdAt: now,
    updatedAt: now,
  });
}

function give(world: World, account: Account, sid: string, phoneNumber: string, name: string): void {
  const kind = phoneNumber.startsWith("+1800") ? "toll-free" : "local";
  newNumber(world, {
    sid,
    carrier: "twilio",
    accountSid: account.sid,
    phoneNumber,
    country: "US",
    name,
    kind,
  });
}
