import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { newCall } from "../../world/new-call";
import type { Account } from "../../world/records";
import { findNumber, type Store } from "../../world/store";
import { TwilioError, type TwilioErrorCode } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";
import { renderCall } from "./render-call";

const magicRecipients: Record<string, TwilioErrorCode> = {
  "+15005550001": 21217,
  "+15005550002": 21214,
  "+15005550003": 21215,
  "+15005550004": 21216,
};

/** POST Calls.json: accepts a call or refuses it with Twilio's code; the call runner dials it. */
export function createCall({ world, account, form }: TwilioCall): Reply {
  const to = readRecipient(account, form.get("To"));
  const from = readSender(world.store, account, form.get("From"));
  const { url, twiml, applicationSid } = readInstructions(form);
  if (!url && !twiml && !applicationSid) throw new TwilioError(21205);
  const numberSid = findNumber(world.store, "twilio", from)?.sid ?? null;
  const request: Record<string, string[]> = {};
  for (const name of form.keys()) request[name] = form.getAll(name);
  const given = {
    carrier: "twilio",
    accountSid: account.sid,
    direction: "outbound-api",
    status: "queued",
  } as const;
  const call = newCall(world, { ...given, from, to, numberSid, request });
  const { carrier, sid, accountSid } = call;
  world.ledger.write("call.created", { carrier, sid, accountSid, from, to, url, twiml, applicationSid });
  const reply = json(201, renderCall(call));
  world.calls.placed(call);
  return reply;
}

function readInstructions(form: URLSearchParams) {
  return { url: form.get("Url"), twiml: form.get("Twiml"), applicationSid: form.get("ApplicationSid") };
}

function readRecipient(account: Account, to: string | null): string {
  if (!to) throw new TwilioError(21201);
  if (/^(client|sip|sips):.+/.test(to)) return to;
  if (!/^\+[1-9]\d{6,14}$/.test(to))
    throw new TwilioError(21217, `Phone number ${to} does not appear to be valid`);
  const magic = magicRecipients[to];
  if (magic) throw new TwilioError(magic);
  if (account.type === "Trial" && !account.verifiedNumbers.includes(to)) throw new TwilioError(21219);
  return to;
}

function readSender(store: Store, account: Account, from: string | null): string {
  if (!from) throw new TwilioError(21213);
  if (from === "+15005550001") throw new TwilioError(21212);
  const isOurs = findNumber(store, "twilio", from)?.accountSid === account.sid;
  if (isOurs || from.startsWith("client:") || account.verifiedNumbers.includes(from)) return from;
  throw new TwilioError(
    21210,
    `The source phone number provided, ${from}, is not yet verified for your account.`,
  );
}
