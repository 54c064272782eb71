import { z } from "zod";
import type { Exchange, Reply, Route } from "../http/exchange";
import { readJson } from "../http/read-exchange";
import { json, problem } from "../http/reply";
import { newAccount } from "../world/new-account";
import { newNumber } from "../world/new-number";
import { findNumber } from "../world/store";

const AccountBody = z.object({
  carrier: z.enum(["twilio", "vobiz"]).optional(),
  sid: z.string().optional(),
  token: z.string().optional(),
  name: z.string().optional(),
  status: z.enum(["active", "suspended", "closed"]).optional(),
  type: z.enum(["Full", "Trial"]).optional(),
  verifiedNumbers: z.array(z.string()).optional(),
  ownerSid: z.string().optional(),
  balance: z.string().optional(),
  currency: z.string().optional(),
});

const NumberBody = z.object({
  accountSid: z.string(),
  phoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/),
  name: z.string().optional(),
  country: z.string().length(2).default("US"),
  voiceUrl: z.string().optional(),
  voiceMethod: z.string().optional(),
  voiceApplicationSid: z.string().optional(),
  trunkSid: z.string().optional(),
  smsUrl: z.string().optional(),
  statusCallback: z.string().optional(),
  whatsappUrl: z.string().nullable().optional(),
});

/** What a person does in the carrier's console, where no API is: open and change accounts, connect WhatsApp. */
export const consoleRoutes: Route[] = [
  { method: "POST", path: "/console/accounts", answer: putAccount },
  { method: "POST", path: "/console/numbers", answer: putNumber },
];

/** Opens an account, or changes the one with this `sid`: another `token` rotates it, another `status` suspends it. */
function putAccount(exchange: Exchange): Reply {
  const { world } = exchange;
  const parsed = AccountBody.safeParse(readJson(exchange));
  if (!parsed.success) return problem(422, z.prettifyError(parsed.error));
  const given = withoutUndefined(parsed.data);
  const known = world.store.accounts.get(parsed.data.sid ?? "");
  const account = known
    ? Object.assign(known, given, { updatedAt: world.clock.now() })
    : newAccount(world, given);
  const { sid, token, name, status, type } = account;
  return json(known ? 200 : 201, { sid, token, name, status, type });
}

/** Gives an account a number that no shop sells, or changes one: `whatsappUrl` connects WhatsApp, null takes it away. */
function putNumber(exchange: Exchange): Reply {
  const { world } = exchange;
  const parsed = NumberBody.safeParse(readJson(exchange));
  if (!parsed.success) return problem(422, z.prettifyError(parsed.error));
  const { accountSid, phoneNumber, country } = parsed.data;
  const account = world.store.accounts.get(accountSid);
  if (!account) return problem(404, `The simulator has no account ${accountSid}.`);
  const known = findNumber(world.store, account.carrier, phoneNumber);
  const given = withoutUndefined(parsed.data);
  const fresh = { carrier: account.carrier, accountSid, phoneNumber, country };
  const number = known
    ? Object.assign(known, given, { updatedAt: world.clock.now() })
    : newNumber(world, { ...given, ...fresh });
  const { sid, name, voiceUrl, smsUrl, statusCallback, whatsappUrl } = number;
  return json(known ? 200 : 201, {
    sid,
    accountSid,
    phoneNumber,
    name,
    voiceUrl,
    smsUrl,
    statusCallback,
    whatsappUrl,
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(given: T): Defined<T> {
  const result: Defined<T> = {};
  for (const key in given) {
    const value = given[key];
    if (isDefined(value)) result[key] = value;
  }
  return result;
}

function isDefined<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
