import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { newSid, randomHex } from "../../world/random";
import type { Key } from "../../world/records";
import { rfc2822 } from "../api/dates";
import { notFound, TwilioError } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";

/** POST Keys.json: makes a Standard key. Only this answer carries the secret. */
export function createKey({ world, account, form }: TwilioCall): Reply {
  const now = world.clock.now();
  const name = form.get("FriendlyName") ?? "";
  if (name.length > 64) throw new TwilioError(20001, "FriendlyName is longer than 64 characters");
  const identity = { sid: newSid(world.random, "SK"), secret: randomHex(world.random, 32) };
  const key: Key = { ...identity, accountSid: account.sid, name, createdAt: now, updatedAt: now };
  world.store.keys.set(key.sid, key);
  world.ledger.write("key.created", { carrier: "twilio", sid: key.sid, accountSid: account.sid, name });
  return json(201, { ...render(key), secret: key.secret });
}

/** GET Keys.json */
export function listKeys({ world, account, exchange }: TwilioCall): Reply {
  const keys = [...world.store.keys.values()].filter(({ accountSid }) => accountSid === account.sid);
  return pageReply(exchange, "keys", keys, render);
}

/** GET Keys/{sid}.json */
export function fetchKey(call: TwilioCall): Reply {
  return json(200, render(findKey(call)));
}

/** POST Keys/{sid}.json: another name. */
export function renameKey(call: TwilioCall): Reply {
  const key = findKey(call);
  key.name = call.form.get("FriendlyName") ?? key.name;
  key.updatedAt = call.world.clock.now();
  return json(200, render(key));
}

/** DELETE Keys/{sid}.json: from now on neither REST nor access tokens accept it. */
export function deleteKey(call: TwilioCall): Reply {
  const { sid, accountSid } = findKey(call);
  call.world.store.keys.delete(sid);
  call.world.ledger.write("key.deleted", { carrier: "twilio", sid, accountSid });
  return nothing();
}

function findKey({ world, account, params, exchange }: TwilioCall): Key {
  const key = world.store.keys.get(params.sid ?? "");
  if (key?.accountSid !== account.sid) throw notFound(exchange.path);
  return key;
}

function render({ sid, name, createdAt, updatedAt }: Key): Record<string, unknown> {
  return { sid, friendly_name: name, date_created: rfc2822(createdAt), date_updated: rfc2822(updatedAt) };
}
