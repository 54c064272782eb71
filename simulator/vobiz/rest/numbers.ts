import { z } from "zod";
import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { newNumber } from "../../world/new-number";
import { newUuid } from "../../world/random";
import type { IncomingNumber } from "../../world/records";
import { findNumber } from "../../world/store";
import { type InventoryNumber, vobizMemory } from "../memory/memory";
import { VobizError } from "./errors";
import { readBody, readCount, type VobizCall } from "./vobiz-route";

/** GET inventory/numbers: `country`, `search` (part of the number), `exclude` (prefixes), pages. */
export function searchInventory(call: VobizCall): Reply {
  const { world, query } = call;
  const country = query.get("country") ?? "IN";
  const search = (query.get("search") ?? "").replace("+", "");
  const excluded = (query.get("exclude") ?? "").split(",").filter(Boolean);
  const free = [...vobizMemory(world).inventory.values()].filter(
    (number) =>
      number.country === country &&
      number.phoneNumber.includes(search) &&
      !excluded.some((prefix) => number.phoneNumber.slice(1).startsWith(prefix)),
  );
  return page(call, free, renderInventory);
}

/** POST numbers/purchase-from-inventory `{e164}`: debits set-up and first month at once. */
export function buyNumber(call: VobizCall): Reply {
  const { world, account } = call;
  const { e164 } = readBody(call, z.object({ e164: z.string(), currency: z.string().optional() }));
  const { inventory } = vobizMemory(world);
  const offered = inventory.get(e164);
  if (!offered) throw new VobizError(404, "The number is not in the inventory");
  const price = offered.setupFee + offered.monthlyFee;
  if (Number(account.balance) < price) throw new VobizError(500, "The account could not be debited");
  account.balance = (Number(account.balance) - price).toFixed(2);
  inventory.delete(e164);
  const number = newNumber(world, {
    sid: newUuid(world.random),
    carrier: "vobiz",
    accountSid: account.sid,
    phoneNumber: e164,
    country: offered.country,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
  });
  world.ledger.write("number.bought", { carrier: "vobiz", sid: number.sid, phoneNumber: e164, price });
  return json(200, { message: "Number purchased", ...renderNumber(number) });
}

/** GET numbers: what the account rents. */
export function listNumbers(call: VobizCall): Reply {
  const { world, account, query } = call;
  const search = (query.get("search") ?? "").replace("+", "");
  const owned = [...world.store.numbers.values()].filter(
    (number) => number.accountSid === account.sid && number.phoneNumber.includes(search),
  );
  return page(call, owned, renderNumber);
}

/** POST numbers/{e164}/application `{application_id}`: the application's webhooks are the number's from now on. */
export function attachApplication(call: VobizCall): Reply {
  const number = findOwned(call);
  const { application_id } = readBody(call, z.object({ application_id: z.string() }));
  const application = vobizMemory(call.world).applications.get(application_id);
  if (application?.accountSid !== call.account.sid) throw new VobizError(404, "There is no such application");
  number.voiceApplicationSid = application_id;
  number.updatedAt = call.world.clock.now();
  call.world.ledger.write("number.updated", { carrier: "vobiz", sid: number.sid, application_id });
  return json(200, { message: "Application attached", application_id, e164: number.phoneNumber });
}

/** DELETE numbers/{e164}/application */
export function detachApplication(call: VobizCall): Reply {
  const number = findOwned(call);
  number.voiceApplicationSid = "";
  number.updatedAt = call.world.clock.now();
  call.world.ledger.write("number.updated", { carrier: "vobiz", sid: number.sid, application_id: null });
  return json(200, { message: "Application detached", e164: number.phoneNumber });
}

const DAY_MS = 86_400_000;

/** DELETE numbers/{e164}: gone after a day, or at once with `immediate=true`. */
export function releaseNumber(call: VobizCall): Reply {
  const { world, account, query } = call;
  const number = findOwned(call);
  const isImmediate = query.get("immediate") === "true";
  const endsAt = new Date(world.clock.now().getTime() + (isImmediate ? 0 : DAY_MS));
  if (isImmediate) world.store.numbers.delete(number.sid);
  else vobizMemory(world).releases.set(number.phoneNumber, endsAt);
  world.ledger.write("number.released", {
    carrier: "vobiz",
    sid: number.sid,
    phoneNumber: number.phoneNumber,
    isImmediate,
  });
  const path = `/api/v1/account/${account.sid}/numbers/${encodeURIComponent(number.phoneNumber)}/cancel-release`;
  return json(200, {
    message: isImmediate ? "Number released" : "Number is being released",
    status: isImmediate ? "released" : "pending_release",
    cooldown_ends_at: endsAt.toISOString(),
    cancel_url: isImmediate ? null : path,
    release_fee: 50,
  });
}

/** POST account/…/cancel-release: the number stays. */
export function cancelRelease(call: VobizCall): Reply {
  const number = findOwned(call);
  if (!vobizMemory(call.world).releases.delete(number.phoneNumber)) {
    throw new VobizError(409, "The number is not being released");
  }
  call.world.ledger.write("number.kept", { carrier: "vobiz", sid: number.sid });
  return json(200, {
    message: "Release canceled",
    status: "active",
    refund_amount: 50,
    refund_status: "done",
    currency: "INR",
  });
}

/** The number that the path names, with its plus: `%2B91…`. */
function findOwned({ world, account, params }: VobizCall): IncomingNumber {
  const number = findNumber(world.store, "vobiz", params.number ?? "");
  if (number?.accountSid !== account.sid)
    throw new VobizError(404, "The number was not found in this account");
  return number;
}

function page<T>({ query }: VobizCall, all: T[], render: (one: T) => unknown): Reply {
  const perPage = Math.max(1, readCount(query, "per_page", 25, 100));
  const number = Math.max(1, readCount(query, "page", 1, 1_000_000));
  const items = all.slice((number - 1) * perPage, number * perPage).map(render);
  return json(200, { items, page: number, per_page: perPage, total: all.length });
}

const voiceOnly = { voice: true, sms: false, mms: false, fax: false };

function renderInventory(offered: InventoryNumber) {
  return {
    id: offered.phoneNumber.slice(1),
    account_id: null,
    e164: offered.phoneNumber,
    country: offered.country,
    region: offered.region,
    capabilities: voiceOnly,
    status: "available",
    provider: "vobiz",
    setup_fee: offered.setupFee,
    monthly_fee: offered.monthlyFee,
    currency: "INR",
    voice_enabled: true,
    is_blocked: false,
    is_trial_number: false,
    minimum_commitment_months: 1,
    aadhaar_verification_required: offered.needsAadhaar,
    aadhaar_verified: false,
  };
}

function renderNumber(number: IncomingNumber) {
  return {
    id: number.sid,
    account_id: number.accountSid,
    e164: number.phoneNumber,
    country: number.country,
    capabilities: number.capabilities,
    status: "active",
    provider: "vobiz",
    setup_fee: 100,
    monthly_fee: 250,
    currency: "INR",
    voice_enabled: true,
    is_blocked: false,
    application_id: number.voiceApplicationSid || null,
    trunk_group_id: null,
    tags: [],
    purchased_at: number.createdAt.toISOString(),
    next_billing_date: null,
    released_at: null,
    source: "inventory",
    created_at: number.createdAt.toISOString(),
    updated_at: number.updatedAt.toISOString(),
  };
}
