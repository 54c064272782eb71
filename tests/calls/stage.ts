import { vi } from "vitest";
import { installModel } from "@/lib/ai";
import { type StubModel, startStubModel } from "@/lib/ai/testing";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { sendFile } from "@/lib/http";
import { systemClock } from "@/lib/kernel/clock";
import { serve } from "@/lib/process";
import { openMusic } from "@/lib/queues";
import { webhookRoutes } from "@/lib/webhooks";
import { installWiring } from "@/lib/wiring/install-wiring";
import { socketRoutes } from "@/lib/wiring/sockets";
import { type Simulator, startSimulator } from "@/simulator";
import type { Line } from "./open-line";
import type { Act } from "./script";

/** What the simulated carrier tells of a call when it is over. */
export type Report = {
  callId: string;
  status: string;
  endedBy: "caller" | "product" | "carrier";
  heard: { text?: string; from?: string }[];
  requests: { url: string; event: string; status: number; ms: number; body: string }[];
  deadAir: unknown[];
  problems: unknown[];
};

/** The product's webhooks and sockets, the simulated carriers, and a stub in the model's place. */
export type CallStage = {
  simulator: Simulator;
  model: StubModel;
  /** Rings a line and plays the caller to the end of the call. */
  ring(line: Line, acts: Act[], more?: object): Promise<Report>;
  stop(): Promise<void>;
};

/** What carriers fetch besides, which Next serves in the product. */
const holdMusic = {
  ...{ method: "GET" as const, path: "/api/hold-music/{owner}/{file}" },
  answer: async (_request: Request, { owner = "", file = "" }: Readonly<Record<string, string>>) =>
    sendFile(await openMusic({ owner, file })),
};

/** Starts everything a phone call needs, once for a test file. */
export async function startCallStage(): Promise<CallStage> {
  await testDatabase();
  installWiring();
  const web = serve({
    ...{ origin: () => env.publicUrl, streams: [], sockets: socketRoutes },
    native: [...webhookRoutes, holdMusic],
    rest: async (_request, response) => void response.writeHead(404).end(),
  });
  await web.listen(0);
  const address = web.server.address();
  env.publicUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const simulator = await startSimulator({ port: 0, publicUrl: env.publicUrl });
  env.simulatorUrl = simulator.url;
  for (const settings of Object.values(env.carriers)) settings.apiBaseUrl = simulator.url;
  const model = await startStubModel();
  return {
    ...{ simulator, model },
    ring: (line, acts, more = {}) => ring(simulator, line, { script: acts, ...more }),
    stop: async () => {
      installModel(null);
      await web.stop();
      await simulator.close();
      await model.close();
    },
  };
}

async function ring(simulator: Simulator, { carrier, caller, number }: Line, more: object): Promise<Report> {
  const response = await fetch(`${simulator.url}/handset/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ carrier, from: caller, to: number, ...more }),
  });
  if (response.status !== 200) throw new Error(`The simulator answered: ${await response.text()}`);
  return (await response.json()) as Report;
}

/** A minute to ten in the morning where the practice is, on a Friday. */
const morning = "2026-11-20T14:59:00Z";

/** Lets the product's clock go on from a moment, until the end of the test. */
export function setClock(moment: string = morning): void {
  const begun = performance.now();
  const start = new Date(moment).getTime();
  vi.spyOn(systemClock, "now").mockImplementation(() => new Date(start + performance.now() - begun));
}
