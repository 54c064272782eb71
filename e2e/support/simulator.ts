import { e2ePlace } from "@/scripts/proof/e2e-place";

/** A text from a handset to a number of the product. */
export type HandsetText = {
  carrier?: "twilio" | "vobiz";
  from: string;
  to: string;
  body: string;
  channel?: "sms" | "whatsapp";
  /** What they call themselves on WhatsApp. */
  profileName?: string;
  media?: { contentType: string; content: string }[];
};

/** A standing order to go wrong; see GET /faults of the simulator. */
export type FaultOrder = {
  target: string;
  kind: string;
  match?: { path?: string; method?: string; to?: string };
  ms?: number;
  times?: number;
};

export type LedgerEntry = { kind: string; at: string; [fact: string]: unknown };

/** The carrier simulator, as a person with a handset and a grudge uses it. */
export const simulator = {
  /** The handset page. */
  url: e2ePlace().simulatorUrl,
  /** Delivers a signed inbound message; returns what the product answered. */
  text: (message: HandsetText) =>
    ask("POST", "/handset/messages", { carrier: "twilio", channel: "sms", ...message }),
  /** Calls a number of the product; with `interactive` it answers at once and the call goes on. */
  call: (call: { from: string; to: string; interactive: boolean }) => ask("POST", "/handset/calls", call),
  /** What was really sent, called, bought, created and deleted; `kind` narrows it. */
  async ledger(kind?: string): Promise<LedgerEntry[]> {
    const query = kind ? `?kind=${encodeURIComponent(kind)}` : "";
    return (await ask("GET", `/ledger${query}`)).data;
  },
  /** What a person does in the carrier's console: opens or changes an account. */
  account: (account: object) => ask("POST", "/console/accounts", account),
  /** Gives an account a number, or changes one. */
  number: (number: object) => ask("POST", "/console/numbers", number),
  fault: (order: FaultOrder) => ask("POST", "/faults", order),
  clearFaults: () => ask("DELETE", "/faults"),
};

export type Simulator = typeof simulator;

async function ask(method: string, path: string, body?: unknown) {
  const response = await fetch(`${e2ePlace().simulatorUrl}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} of the simulator: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
