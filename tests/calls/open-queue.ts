import { createFlow, getFlow, publishFlow, saveDraft } from "@/lib/flows";
import { FlowGraph, type Step } from "@/lib/flows/schema";
import { listNumbers } from "@/lib/numbers";
import { createQueue } from "@/lib/queues";
import { NewQueue, type QueueSettings } from "@/lib/queues/schema";
import { routeCalls } from "@/lib/setup";
import type { Simulator } from "@/simulator";
import { type Carrier, type Line, openLine } from "./open-line";

/** A practice whose calls wait in a queue; `people` are the numbers of those who take them. */
export type QueueLine = Line & { queueId: string; people: string[] };

/** Opens a line whose number leads into a queue of its first so many people. */
export async function openQueue(
  simulator: Simulator,
  carrier: Carrier,
  { people: count = 1, settings = {}, more = {} }: QueueWish = {},
): Promise<QueueLine> {
  const line = await openLine(simulator, carrier);
  const { ctx, conversing } = line.desk;
  const chosen = conversing.facts.transfers.slice(0, count);
  const queue = NewQueue.parse({
    name: "Front desk",
    settings: { targetIds: chosen.map(({ id }) => id), ringSeconds: 10, everySeconds: 10, ...settings },
  });
  const { id: queueId } = await createQueue(ctx, queue);
  await routeThrough(line, { wait: { kind: "queue", queueId, next: null }, ...more });
  const ends = ["0110", "0111", "0147"].slice(0, count);
  return {
    ...line,
    queueId,
    people: ends.map((end) => (carrier === "twilio" ? "+1201555" : "+91984501") + end),
  };
}

type QueueWish = { people?: number; settings?: Partial<QueueSettings>; more?: Record<string, Step> };

async function routeThrough({ desk: { ctx } }: Line, steps: Record<string, Step>): Promise<void> {
  const { id } = await createFlow(ctx, { name: "Queue", begin: "receptionist" });
  const graph = FlowGraph.parse({ start: "wait", steps });
  const { revision } = await saveDraft(ctx, id, { graph, revision: (await getFlow(ctx, id)).revision });
  await publishFlow(ctx, id, { revision, note: "" });
  const [number] = await listNumbers(ctx);
  if (!number) throw new Error("The practice has no number.");
  await routeCalls(ctx, number.id, { mode: "flow", flowId: id, targetIds: [], seconds: 20 });
}

/** Another caller of the same line. */
export function anotherCaller<Of extends Line>(line: Of): Of {
  const last = (Number(line.caller.slice(-1)) + 5) % 10;
  return { ...line, caller: `${line.caller.slice(0, -2)}9${last}` };
}
