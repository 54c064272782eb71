import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { rfc2822 } from "../api/dates";
import type { TwilioCall } from "../api/twilio-route";

/** GET Accounts/{sid}.json: what a credential check asks. The token stands in the answer, as with Twilio: a secret to drop. */
export function fetchAccount({ account }: TwilioCall): Reply {
  const uri = `/2010-04-01/Accounts/${account.sid}`;
  return json(200, {
    auth_token: account.token,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.updatedAt),
    friendly_name: account.name,
    owner_account_sid: account.ownerSid,
    sid: account.sid,
    status: account.status,
    subresource_uris: { messages: `${uri}/Messages.json`, calls: `${uri}/Calls.json` },
    type: account.type,
    uri: `${uri}.json`,
  });
}

/** GET Balance.json */
export function fetchBalance({ account }: TwilioCall): Reply {
  return json(200, { account_sid: account.sid, balance: account.balance, currency: account.currency });
}
