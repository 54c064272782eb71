import type { CarrierName, Connection } from "@/lib/carriers";

/** A connection ready for use, with where it came from. */
export type OpenConnection = {
  /** null: the platform's. */
  id: string | null;
  scope: "user" | "tenant" | "platform";
  carrier: CarrierName;
  accountId: string;
  connection: Connection;
};
