import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { CarrierName } from "../world/records";
import type { World } from "../world/world";
import { answerUnderFaults } from "./answer-under-faults";
import type { Exchange, Reply, Route, TroubleReply } from "./exchange";
import { type MatchRoute, matchRoutes } from "./match-route";
import { readExchange } from "./read-exchange";
import { problem } from "./reply";

export type Serving = {
  world: World;
  routes: Route[];
  /** How each carrier says 429 and 500. */
  trouble: Record<CarrierName, TroubleReply>;
  /** What a carrier says to a path that nobody answers; null when the path is not a carrier's. */
  unknownPath: (exchange: Exchange) => Reply | null;
};

/** An HTTP server over the routes table; it does not listen yet. */
export function serve(serving: Serving): Server {
  const match = matchRoutes(serving.routes);
  const server = createServer((request, response) => {
    answerRequest(serving, match, request, response).catch((error: unknown) => {
      console.error("simulator:", error);
      if (response.headersSent) response.destroy();
      else
        send(
          response,
          problem(500, error instanceof Error ? error.message : "Something broke in the simulator."),
        );
    });
  });
  // Longer than clients keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  return server;
}

async function answerRequest(
  serving: Serving,
  match: MatchRoute,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = await readExchange(serving.world, request);
  const found = match(exchange.method, exchange.path);
  if (!found) return send(response, serving.unknownPath(exchange) ?? unknown(exchange));
  const { route } = found;
  exchange.params = found.params;
  if (!route.carrier) return send(response, await route.answer(exchange));
  await answerCarrierRequest(serving, exchange, route, route.carrier, response);
}

async function answerCarrierRequest(
  { world, trouble }: Serving,
  exchange: Exchange,
  route: Route,
  carrier: CarrierName,
  response: ServerResponse,
): Promise<void> {
  const begun = performance.now();
  const outcome = await answerUnderFaults(exchange, route, trouble[carrier]);
  const status = "reply" in outcome ? outcome.reply.status : 0;
  const ms = Math.round((performance.now() - begun) * 10) / 10;
  world.ledger.write("request.answered", {
    carrier,
    method: exchange.method,
    path: exchange.path,
    status,
    ms,
  });
  if ("reply" in outcome) return send(response, outcome.reply);
  if ("cut" in outcome) response.destroy();
  else world.schedule(outcome.hang, () => response.destroy());
}

function unknown({ method, path }: Exchange): Reply {
  return problem(404, `The simulator has nothing at ${method} ${path}.`);
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.stream) {
    reply.stream(response);
    return;
  }
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}
