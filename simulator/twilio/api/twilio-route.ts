import type { Exchange, Reply, Route } from "../../http/exchange";
import type { Account } from "../../world/records";
import type { World } from "../../world/world";
import { accountInPath, authenticate } from "./authenticate";
import { errorReply, TwilioError } from "./errors";

/** A request whose credentials were right, for the account that its path names. */
export type TwilioCall = {
  world: World;
  account: Account;
  exchange: Exchange;
  params: Record<string, string>;
  /** What was asked for: the form of a POST. */
  form: URLSearchParams;
  query: URLSearchParams;
};

type Answer = (call: TwilioCall) => Reply | Promise<Reply>;
type Options = {
  /** Standard API keys may not read accounts and keys. */
  tokenOnly?: boolean;
  /** A suspended account may still be looked at. */
  evenSuspended?: boolean;
};

/** One REST operation under `/2010-04-01/Accounts/{accountSid}`; `path` is what follows. */
export function twilioRoute(
  method: Route["method"],
  path: string,
  answer: Answer,
  options: Options = {},
): Route {
  return bareTwilioRoute(method, `/2010-04-01/Accounts/{accountSid}${path}`, answer, options);
}

/** One REST operation at any path; without `{accountSid}` in it the caller's own account is meant. */
export function bareTwilioRoute(
  method: Route["method"],
  path: string,
  answer: Answer,
  options: Options = {},
): Route {
  return {
    method,
    path,
    carrier: "twilio",
    async answer(exchange) {
      try {
        return await answer(admit(exchange, options));
      } catch (error) {
        if (error instanceof TwilioError) return errorReply(error);
        throw error;
      }
    },
  };
}

function admit(exchange: Exchange, options: Options): TwilioCall {
  const { world, params, form, query, headers } = exchange;
  const caller = authenticate(world.store, headers.authorization);
  if (caller.isKey && options.tokenOnly) throw new TwilioError(20003);
  const account = accountInPath(world.store, caller, params.accountSid ?? caller.account.sid);
  if (account.status !== "active" && !options.evenSuspended) throw new TwilioError(20005);
  return { world, account, exchange, params, form, query };
}
