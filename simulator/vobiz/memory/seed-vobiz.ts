import { newNumber } from "../../world/new-number";
import type { World } from "../../world/world";
import { vobizMemory } from "./memory";

const demo = "MA_DEMO0001";

/**
 * The Vobiz account that every simulator starts with: MA_DEMO0001 with token fedcba9876543210fedcba9876543210, which
 * rents +917971543252, attached to an unsigned application whose webhooks are tenant `pragati`'s; and an inventory.
 */
export function seedVobiz(world: World): void {
  seedAccount(world);
  seedApplication(world);
  seedInventory(world);
  newNumber(world, {
    sid: "vobiz-number-1",
    carrier: "vobiz",
    accountSid: demo,
    phoneNumber: "+917971543252",
    country: "IN",
    name: "Pragati Clinic",
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    voiceApplicationSid: "app-demo-0001",
  });
}

function seedAccount(world: World): void {
  const now = world.clock.now();
  world.store.accounts.set(demo, {
    carrier: "vobiz",
    sid: demo,
    token: "fedcba9876543210fedcba9876543210",
    name: "Pragati Clinic",
    status: "active",
    type: "Full",
    ownerSid: demo,
    verifiedNumbers: [],
    balance: "4210.50",
    currency: "INR",
    createdAt: now,
    updatedAt: now,
  });
}

function seedApplication(world: World): void {
  const base = `${world.publicUrl}/api/vobiz/pragati`;
  const now = world.clock.now();
  vobizMemory(world).applications.set("app-demo-0001", {
    id: "app-demo-0001",
    accountSid: demo,
    name: "Pragati Clinic",
    answerUrl: `${base}/answer`,
    answerMethod: "POST",
    hangupUrl: `${base}/hangup`,
    hangupMethod: "POST",
    fallbackUrl: "",
    fallbackMethod: "POST",
    messageUrl: "",
    isDefaultNumberApp: false,
    isSigned: false,
    createdAt: now,
    updatedAt: now,
  });
}

const places: [std: string, region: string, monthlyFee: number][] = [
  ["79", "Ahmedabad", 250],
  ["80", "Bengaluru", 300],
  ["22", "Mumbai", 350],
  ["11", "Delhi", 350],
  ["44", "Chennai", 250],
];

/** Eight numbers for rent in each of five cities, the same ones every time. */
function seedInventory(world: World): void {
  const { inventory } = vobizMemory(world);
  for (const [std, region, monthlyFee] of places) {
    for (let order = 1; order <= 8; order += 1) {
      const phoneNumber = `+91${std}${String(71_540_000 + order * 137).padStart(8, "0")}`;
      const needsAadhaar = order === 8;
      inventory.set(phoneNumber, {
        phoneNumber,
        country: "IN",
        region,
        setupFee: 100,
        monthlyFee,
        needsAadhaar,
      });
    }
  }
}
