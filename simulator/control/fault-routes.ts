import { z } from "zod";
import type { Exchange, Reply, Route } from "../http/exchange";
import { readJson } from "../http/read-exchange";
import { json, nothing, problem } from "../http/reply";
import { type Fault, faultKinds, faultTargets } from "../world/faults";
import { randomHex } from "../world/random";

const allKinds = [...new Set([...faultKinds.rest, ...faultKinds.callbacks, ...faultKinds.webhooks])];

const FaultBody = z.object({
  target: z.enum(faultTargets),
  kind: z.enum(allKinds),
  match: z.object({ path: z.string(), method: z.string(), to: z.string() }).partial().default({}),
  ms: z.number().int().nonnegative().optional(),
  times: z.number().int().positive().optional(),
  probability: z.number().min(0).max(1).default(1),
});

/** POST, GET and DELETE /faults: standing orders to go wrong. */
export const faultRoutes: Route[] = [
  { method: "POST", path: "/faults", answer: addFault },
  {
    method: "GET",
    path: "/faults",
    answer: ({ world }) => json(200, { data: world.faults.list().map(render) }),
  },
  {
    method: "DELETE",
    path: "/faults",
    answer: ({ world }) => {
      world.faults.clear();
      return nothing();
    },
  },
];

function addFault(exchange: Exchange): Reply {
  const parsed = FaultBody.safeParse(readJson(exchange));
  if (!parsed.success) return problem(422, z.prettifyError(parsed.error));
  const { target, kind, match, ms, times, probability } = parsed.data;
  const possible: readonly string[] = faultKinds[target];
  if (!possible.includes(kind)) return problem(422, `${target} knows these faults: ${possible.join(", ")}.`);
  const id = `fault_${randomHex(exchange.world.random, 8)}`;
  const fault: Fault = {
    id,
    target,
    kind,
    match,
    milliseconds: ms ?? null,
    timesLeft: times ?? null,
    probability,
  };
  exchange.world.faults.add(fault);
  return json(201, render(fault));
}

function render({ id, target, kind, match, milliseconds, timesLeft, probability }: Fault) {
  return { id, target, kind, match, ms: milliseconds, times: timesLeft, probability };
}
