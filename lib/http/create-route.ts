import type { z } from "zod";
import { authenticate } from "./authenticate";
import type { Caller, Gate } from "./gate";
import { type Idempotency, readIdempotency } from "./idempotency";
import { log } from "./log";
import { requireOwnOrigin } from "./origin";
import { parseBody } from "./parse-body";
import { parseParams } from "./parse-params";
import { parseQuery } from "./parse-query";
import { type CtxFor, type OpenTo, permit } from "./permit";
import { problem } from "./problem";
import { type RateLimit, takeToken } from "./rate-limit";
import { reply } from "./reply";
import { readVisitor } from "./visitor";

/** A route as data: who may call it and what it takes. `status` is that of success (200, and 204 for no result). */
export type RouteConfig<Can extends string, Body, Query, Params> = {
  can: Can;
  body?: Body;
  query?: Query;
  params?: Params;
  status?: number;
  limit?: RateLimit;
};

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What the route's one call gets. `idempotency` goes into `answerOnce` inside the verb's transaction. */
export type RouteInput<Can extends string, Body, Query, Params> = {
  ctx: CtxFor<Can>;
  body: Parsed<Body>;
  query: Parsed<Query>;
  params: Parsed<Params>;
  idempotency: Idempotency | null;
  request: Request;
};

/** A route handler as Next's App Router and our own server call it. */
export type RouteHandler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Makes the `route()` of a product whose people and permissions stand behind `gate`. */
export function createRoute<Permission extends string>(gate: Gate<Permission>) {
  return function route<
    Can extends Permission | OpenTo,
    Body extends z.ZodType | undefined = undefined,
    Query extends z.ZodType | undefined = undefined,
    Params extends z.ZodType | undefined = undefined,
  >(
    config: RouteConfig<Can, Body, Query, Params>,
    call: (input: RouteInput<Can, Body, Query, Params>) => unknown,
  ): RouteHandler {
    return async (request, context) => {
      const visitor = readVisitor(request.headers);
      const { requestId } = visitor;
      try {
        const caller = await authenticate(gate, request, visitor, config.can === "public");
        if (caller?.by !== "api_key") requireOwnOrigin(request);
        const ctx = permit(gate, config.can, caller, visitor);
        if (config.limit)
          takeToken(limitKey(request, caller, visitor.address), config.limit, visitor.clock.now().getTime());
        const params = config.params && parseParams(await context.params, config.params);
        const query = config.query && parseQuery(request.url, config.query);
        const body = config.body && (await parseBody(request, config.body));
        const idempotency = readIdempotency(request, body);
        const input = { ctx, body, query, params, idempotency, request } as RouteInput<
          Can,
          Body,
          Query,
          Params
        >;
        const response = reply(await call(input), config.status ?? 200, requestId);
        log.debug({ requestId, method: request.method, status: response.status }, "request answered");
        return response;
      } catch (error) {
        return problem(error, requestId);
      }
    };
  };
}

function limitKey(request: Request, caller: Caller | null, address: string): string {
  const actor = caller?.ctx?.actor;
  const who = actor?.kind === "api_key" ? actor.keyId : (caller?.person?.userId ?? address);
  return `${request.method} ${new URL(request.url).pathname} ${who}`;
}
