import type { Fault } from "../world/faults";
import type { Exchange, Reply, Route, TroubleReply } from "./exchange";

/** `hang`: the request was accepted and its answer never comes; `cut`: the connection breaks before anything was read. */
export type Outcome = { reply: Reply } | { hang: number } | { cut: true };

/** How long a `timeout` fault holds the socket when it does not say. */
const LONGEST_HOLD_MS = 60_000;

/** Answers a carrier's REST request as the standing faults command. */
export async function answerUnderFaults(
  exchange: Exchange,
  route: Route,
  trouble: TroubleReply,
): Promise<Outcome> {
  const faults = strike(exchange);
  await waitOut(exchange, faults);
  if (has(faults, "drop")) return { cut: true };
  if (has(faults, "429")) return { reply: trouble(429) };
  if (has(faults, "500-before")) return { reply: trouble(500) };
  const reply = await route.answer(exchange);
  const timeout = faults.find((fault) => fault.kind === "timeout");
  if (timeout) return { hang: timeout.milliseconds ?? LONGEST_HOLD_MS };
  return { reply: has(faults, "500-after") ? trouble(500) : reply };
}

function strike({ world, path, method, form, body, headers }: Exchange): Fault[] {
  const to = form.get("To") ?? form.get("to") ?? recipientInJson(headers["content-type"], body);
  const faults = world.faults.strike({ target: "rest", path, method, to });
  for (const { id, kind } of faults) {
    world.ledger.write("fault.applied", { fault: id, target: "rest", fault_kind: kind, path, method, to });
  }
  return faults;
}

/** Vobiz takes JSON; its recipient stands in `to`. */
function recipientInJson(contentType: string | undefined, body: Buffer): string {
  if (!contentType?.includes("json")) return "";
  return /"to"\s*:\s*"([^"]*)"/.exec(body.toString("utf8"))?.[1] ?? "";
}

async function waitOut({ world }: Exchange, faults: Fault[]): Promise<void> {
  const latency = faults.find((fault) => fault.kind === "latency");
  if (!latency) return;
  await new Promise<void>((resolve) => world.schedule(latency.milliseconds ?? 1000, resolve));
}

function has(faults: Fault[], kind: Fault["kind"]): boolean {
  return faults.some((fault) => fault.kind === kind);
}
