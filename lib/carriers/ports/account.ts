import type { Connection } from "./connection";
import type { CarrierOutcome } from "./outcomes";

export type AccountCheck =
  | { ok: true; id: string; name: string; status: "active" | "suspended" | "closed"; trial: boolean }
  | { ok: false; reason: "format"; field: string; problem: string }
  | { ok: false; reason: "refused"; code: string }
  | { ok: false; reason: "unreachable"; why: string };

export type Balance = { amount: number; currency: string };

/** A key that signs softphone tokens. `secret` is shown by the carrier this once. */
export type ApiKey = { sid: string; secret: string };

/** The account behind the credentials. */
export interface CarrierAccount {
  /** Format first, then one live call. A suspended or closed account verifies with that status. */
  verify(connection: Connection): Promise<AccountCheck>;
  /** Money left, in major units; null where the carrier does not tell. */
  balance(connection: Connection): Promise<Balance | null>;
  /** Makes a key; needs the account's own token. Carriers without keys answer `rejected` with code "unsupported". */
  createKey(connection: Connection, name: string): Promise<CarrierOutcome<{ secret: string }>>;
  /** Ids of the keys of exactly that name: one whose making was not answered is found here, without its secret. */
  findKeys(connection: Connection, name: string): Promise<string[]>;
  /** Deletes a key; one already gone counts as accepted. */
  removeKey(connection: Connection, sid: string): Promise<CarrierOutcome>;
}

/** The named set of webhooks that numbers (and the softphone) hang on: TwiML App, Vobiz Application. */
export type ApplicationState = {
  id: string;
  name: string;
  answerUrl: string;
  fallbackUrl: string;
  statusUrl: string;
  textUrl: string;
  /** Methods as the carrier holds them, upper case; the doctor compares them. */
  answerMethod: string;
  statusMethod: string;
};

export type ApplicationInput = {
  name: string;
  answerUrl: string;
  fallbackUrl?: string;
  /** Call status (Twilio) or hang-up (Vobiz). */
  statusUrl: string;
  textUrl?: string;
};

export interface Applications {
  create(connection: Connection, input: ApplicationInput): Promise<CarrierOutcome>;
  /** Puts every webhook back to `input`. */
  update(connection: Connection, id: string, input: ApplicationInput): Promise<CarrierOutcome>;
  /** Null when it is gone. */
  fetch(connection: Connection, id: string): Promise<ApplicationState | null>;
  /** By exact name, to find one whose creation was not answered. */
  list(connection: Connection, name: string): Promise<ApplicationState[]>;
  /** One already gone counts as accepted; Vobiz rejects while numbers are attached (409). */
  remove(connection: Connection, id: string): Promise<CarrierOutcome>;
}
