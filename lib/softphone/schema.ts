/** What a browser needs to take and place calls. */
export type SoftphoneToken = {
  token: string;
  /** The member's name towards the carrier. */
  identity: string;
  expiresAt: string;
  /** Host of a stand-in that speaks the carrier's signalling (the simulator's); null: the carrier's own. */
  signalling: string | null;
};

/** A number that a member may call from. */
export type CallerNumber = { id: string; e164: string; label: string };

/** A registered device: its token, and the numbers of whoever uses it. */
export type RegisteredDevice = SoftphoneToken & { numbers: CallerNumber[] };

/** Who calls and why, as the card of a ringing or running call shows it. */
export type PhoneCard = {
  callId: string;
  direction: "inbound" | "outbound";
  /** The person's address at the other end: a number, or what a carrier says of a hidden one. */
  address: string;
  name: string | null;
  customerId: string | null;
  conversationId: string | null;
  /** What the business calls the number that was rung or is called from. */
  numberLabel: string | null;
  /** Calls with this person before this one. */
  callsBefore: number;
  /** What came of the last one, in a sentence. */
  lastSummary: string | null;
  lastAt: string | null;
  /** Why the call was handed over; "" when it was not. */
  brief: string;
};
