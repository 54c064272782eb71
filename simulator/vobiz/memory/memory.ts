import type { World } from "../../world/world";

/** A Vobiz application: it holds the webhooks of the numbers attached to it. */
export type VobizApplication = {
  id: string;
  accountSid: string;
  name: string;
  answerUrl: string;
  answerMethod: string;
  hangupUrl: string;
  hangupMethod: string;
  fallbackUrl: string;
  fallbackMethod: string;
  messageUrl: string;
  isDefaultNumberApp: boolean;
  /**
   * Whether its callbacks are signed. Vobiz signs only where credentials are configured and does not say how that is
   * done; here applications made over REST are signed and the demo's is not. Credentials in a URL turn it on too.
   */
  isSigned: boolean;
  createdAt: Date;
  updatedAt: Date;
};

/** A number that nobody rents yet. */
export type InventoryNumber = {
  phoneNumber: string;
  country: string;
  region: string;
  setupFee: number;
  monthlyFee: number;
  needsAadhaar: boolean;
};

/** What Vobiz remembers beyond the common store. */
export type VobizMemory = {
  applications: Map<string, VobizApplication>;
  inventory: Map<string, InventoryNumber>;
  /** Numbers being released, and when they are gone. */
  releases: Map<string, Date>;
};

const memories = new WeakMap<World, VobizMemory>();

/** The memory that belongs to a world. */
export function vobizMemory(world: World): VobizMemory {
  const known = memories.get(world);
  if (known) return known;
  const fresh: VobizMemory = { applications: new Map(), inventory: new Map(), releases: new Map() };
  memories.set(world, fresh);
  return fresh;
}
