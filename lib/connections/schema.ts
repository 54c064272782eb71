import type { CarrierName, Connection } from "@/lib/carriers";

/** A connection ready for use, with where it came from. */
export type OpenConnection = {
  /** null: the platform's. */
  id: string | null;
  scope: "user" | "tenant" | "platform";
  carrier: CarrierName;
  accountId: string;
  connection: Connection;
  /** Spelling of call instructions it asks for; unset: the carrier's documented one. */
  dialect?: string;
  /** `optional`: webhooks without a signature are believed too (for consoles that cannot sign); a wrong one never is. */
  verification: "strict" | "optional";
};
