import type { z } from "zod";
import type { Visitor } from "@/lib/kernel/callers";
import { authenticate } from "./authenticate";
import type { Caller, Gate } from "./gate";
import { type Idempotency, readIdempotency } from "./idempotency";
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

type AnyConfig = RouteConfig<string, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;

/**
 * A route handler as Next's App Router and our own server call it. Its configuration stays readable: the OpenAPI
 * document is written from it, and tests go through every route by it.
 */
export type RouteHandler = {
  (request: Request, context: { params: Promise<object> }): Promise<Response>;
  readonly config: AnyConfig;
};

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
    const answer = async (request: Request, context: { params: Promise<object> }): Promise<Response> => {
      const visitor = readVisitor(request.headers);
      try {
        const ctx = await admit(gate, config, request, visitor);
        const parsed = await parse(config, request, context.params);
        // The one place where what the steps found out becomes what the types promised.
        const result = await call({ ctx, ...parsed, request } as RouteInput<Can, Body, Query, Params>);
        return reply(result, config.status ?? 200, visitor.requestId);
      } catch (error) {
        return problem(error, visitor.requestId);
      }
    };
    return Object.assign(answer, { config });
  };
}

/** Who calls, from where, whether they may, and not too often. */
async function admit(gate: Gate<string>, config: AnyConfig, request: Request, visitor: Visitor) {
  const caller = config.can === "public" ? null : await authenticate(gate, request, visitor);
  if (caller?.by !== "api_key") requireOwnOrigin(request);
  const ctx = permit(gate, config.can, caller, visitor);
  if (config.limit)
    takeToken(bucketOf(request, caller, visitor), config.limit, visitor.clock.now().getTime());
  return ctx;
}

/** What the caller asks for. */
async function parse(config: AnyConfig, request: Request, givenParams: Promise<object>) {
  const params = config.params && parseParams(await givenParams, config.params);
  const query = config.query && parseQuery(request.url, config.query);
  const body = config.body && (await parseBody(request, config.body));
  return { params, query, body, idempotency: readIdempotency(request, body) };
}

function bucketOf(request: Request, caller: Caller | null, { address }: Visitor): string {
  const actor = caller?.ctx?.actor;
  const who = actor?.kind === "api_key" ? actor.keyId : (caller?.person?.userId ?? address);
  return `${request.method} ${new URL(request.url).pathname} ${who}`;
}
