import type { Connection } from "./connection";
import type { AsSet } from "./numbers";
import type { CarrierOutcome } from "./outcomes";

/** A pool of senders (Messaging Service), and where texts to its numbers go. Empty text = not set. */
export type SenderPool = {
  id: string;
  name: string;
  inboundUrl: string;
  /** Upper case. */
  inboundMethod: string;
  fallbackUrl: string;
  /** It leaves texts that come in to the webhooks of the number; `inboundUrl` then counts for nothing. */
  defersToNumber: boolean;
  /** E.164. */
  numbers: string[];
  /** The same as it stands there, to the letter. */
  asSet: AsSet;
};

/** What to set; a missing key is left as it is, an empty text clears it. */
export type PoolChange = Partial<Pick<SenderPool, "inboundUrl" | "fallbackUrl" | "defersToNumber" | "asSet">>;

/** Pools of senders. Texts to a number in one go where the pool says, whatever stands on the number. */
export interface SenderPools {
  /** Null when this account has none of that id. */
  fetch(connection: Connection, id: string): Promise<SenderPool | null>;
  /** All pools of the account (bounded at 50) with their numbers. */
  list(connection: Connection): Promise<SenderPool[]>;
  configure(connection: Connection, id: string, change: PoolChange): Promise<CarrierOutcome>;
}
