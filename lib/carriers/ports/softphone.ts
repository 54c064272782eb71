import type { Connection } from "./connection";

/** What a browser may do with a token: be rung as `identity`, and call through one application of ours. */
export type SoftphoneGrant = { identity: string; applicationId: string; seconds: number };

/** Calls in a browser, over the carrier's own SDK. */
export interface Softphone {
  /** Makes a token without asking the carrier; null while the connection has no key to sign it with. */
  token(connection: Connection, grant: SoftphoneGrant): Promise<string | null>;
}
