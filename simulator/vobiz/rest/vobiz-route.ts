import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Exchange, Reply, Route } from "../../http/exchange";
import { readJson } from "../../http/read-exchange";
import { newUuid } from "../../world/random";
import type { Account } from "../../world/records";
import type { World } from "../../world/world";
import { type ErrorShape, errorReply, VobizError } from "./errors";

/** A request whose credentials were right, for the account that its path names. */
export type VobizCall = {
  world: World;
  account: Account;
  exchange: Exchange;
  params: Record<string, string>;
  query: URLSearchParams;
  /** What Vobiz calls this request. */
  apiId: string;
};

type Answer = (call: VobizCall) => Reply | Promise<Reply>;

/** One REST operation under `/api/v1`. The spelling of the path counts: letter case and the slash at its end. */
export function vobizRoute(method: Route["method"], path: string, shape: ErrorShape, answer: Answer): Route {
  return bareVobizRoute(method, `/api/v1${path}`, shape, answer);
}

/** One REST operation at any path, as on the media host. */
export function bareVobizRoute(
  method: Route["method"],
  path: string,
  shape: ErrorShape,
  answer: Answer,
): Route {
  return {
    method,
    path,
    carrier: "vobiz",
    async answer(exchange) {
      try {
        return await answer(admit(exchange));
      } catch (error) {
        if (error instanceof VobizError) return errorReply(error, shape);
        throw error;
      }
    },
  };
}

function admit(exchange: Exchange): VobizCall {
  const { world, params, query, headers } = exchange;
  const account = world.store.accounts.get(String(headers["x-auth-id"] ?? ""));
  const isGenuine =
    account?.carrier === "vobiz" && isSame(String(headers["x-auth-token"] ?? ""), account.token);
  if (!account || !isGenuine) throw new VobizError(401, "Invalid authentication credentials");
  if (params.authId !== account.sid) throw new VobizError(401, "The path names another account");
  return { world, account, exchange, params, query, apiId: newUuid(world.random) };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The JSON body, or a 400 that says what is wrong with it. */
export function readBody<T>({ exchange }: VobizCall, schema: z.ZodType<T>): T {
  const read = schema.safeParse(readJson(exchange));
  if (!read.success) throw new VobizError(400, z.prettifyError(read.error));
  return read.data;
}

/** A whole number from the query, within limits. */
export function readCount(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const given = Number(query.get(name) ?? otherwise);
  return Number.isInteger(given) && given >= 0 ? Math.min(given, most) : otherwise;
}
