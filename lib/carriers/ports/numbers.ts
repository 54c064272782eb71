import type { Connection } from "./connection";
import type { CarrierOutcome } from "./outcomes";

export const numberKinds = ["local", "mobile", "toll_free", "national"] as const;
export type NumberKind = (typeof numberKinds)[number];

export type NumberCapabilities = { voice: boolean; sms: boolean; mms: boolean };

export type NumberSearch = {
  /** ISO 3166 alpha-2. */
  country: string;
  kind: NumberKind;
  /** Part of the number; `*` stands for one digit where the carrier allows it. */
  contains?: string;
  areaCode?: string;
  locality?: string;
  needs?: Partial<NumberCapabilities>;
  /** At most 50; default 20. */
  limit?: number;
};

/** A number for sale. */
export type AvailableNumber = {
  e164: string;
  friendlyName: string;
  country: string;
  kind: NumberKind;
  locality?: string;
  region?: string;
  capabilities: NumberCapabilities;
  /** What the carrier wants on file before it sells: "none", "any", "local" or "foreign" address, or "kyc". */
  requirement: "none" | "any" | "local" | "foreign" | "kyc";
  /** Major units per month and once, when the carrier says so in the listing. */
  price?: { monthly: number; setup: number; currency: string };
};

/** A number that the account owns, with the webhooks it has at the carrier right now. */
export type OwnedNumber = {
  sid: string;
  e164: string;
  friendlyName: string;
  capabilities: NumberCapabilities;
  routing: NumberRouting;
  /** The same as it stands there, to the letter; left out where `routing.applicationId` says it all. */
  asSet?: AsSet;
  /** What silently outranks the number's own URLs, if anything. */
  overriddenBy?: "application" | "trunk";
  status: "active" | "releasing" | "blocked";
};

/** Where a number's calls and texts go. Empty text = not set. Methods upper case. */
export type NumberRouting = {
  applicationId: string;
  answerUrl: string;
  answerMethod: string;
  fallbackUrl: string;
  statusUrl: string;
  statusMethod: string;
  textUrl: string;
  textMethod: string;
  textFallbackUrl: string;
  /** The carrier looks up who calls and sends the name along; it charges for each call. */
  looksUpNames: boolean;
};

/** Settings in the carrier's own names and spelling: kept for putting back what somebody else had set, never read. */
export type AsSet = Readonly<Record<string, string>>;

/** What to set; a missing key is left as it is, an empty text clears it. */
export type RoutingChange = Partial<
  Pick<
    NumberRouting,
    | "applicationId"
    | "answerUrl"
    | "fallbackUrl"
    | "statusUrl"
    | "textUrl"
    | "textFallbackUrl"
    | "looksUpNames"
  >
> & {
  /** Puts back what `OwnedNumber.asSet` or `SenderPool.asSet` said, and nothing else. */
  asSet?: AsSet;
};

/** Phone numbers: the marketplace and the webhooks of owned ones. Money moves in `buy` and `release` only. */
export interface Numbers {
  /** Numbers for sale. An unsupported kind or country gives an empty list. */
  search(connection: Connection, input: NumberSearch): Promise<AvailableNumber[]>;
  /** All owned numbers (bounded at 1,000). */
  list(connection: Connection): Promise<OwnedNumber[]>;
  /** One owned number by E.164; null when the account does not own it. Settles an `unknown` purchase. */
  find(connection: Connection, e164: string): Promise<OwnedNumber | null>;
  /** Buys and routes in one go where the carrier can. `unknown`: ask `find` before trying again. */
  buy(
    connection: Connection,
    input: { e164: string; routing: RoutingChange },
  ): Promise<CarrierOutcome<{ e164: string }>>;
  /** Sets webhooks. `sid` is `OwnedNumber.sid`. */
  configure(connection: Connection, sid: string, routing: RoutingChange): Promise<CarrierOutcome>;
  /** Gives the number back; final at Twilio, undoable for a day at Vobiz. One already gone counts as accepted. */
  release(connection: Connection, sid: string): Promise<CarrierOutcome<{ undoUntil?: Date }>>;
  /** Takes a release back where the carrier can; else `rejected` with code "unsupported". */
  undoRelease(connection: Connection, sid: string): Promise<CarrierOutcome>;
}
