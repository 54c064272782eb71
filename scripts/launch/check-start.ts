import { env } from "@/lib/env";
import { requireFreePort } from "./require-free-port";

/** Says what would prevent the start before anything slow begins; wrong settings have already thrown by the import above. */
export async function checkStart(listens: { web?: boolean; simulator?: boolean }): Promise<void> {
  if (listens.web) await requireFreePort("PORT", env.port);
  if (listens.simulator && env.simulatorMode) await requireFreePort("SIMULATOR_PORT", env.simulatorPort);
}
