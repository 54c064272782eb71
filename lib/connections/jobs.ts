import type { Chore } from "@/lib/jobs";
import { unsafeRewrapSecrets } from "./unsafe-rewrap-secrets";

/** What comes round for connections. */
export const connectionChores: readonly Chore[] = [
  { kind: "connections.rewrap", everyMs: 60_000, work: async () => void (await unsafeRewrapSecrets()) },
];
