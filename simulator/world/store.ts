import type {
  Account,
  Application,
  Call,
  CarrierName,
  Channel,
  IncomingNumber,
  Key,
  Media,
  Message,
  MessagingService,
  Recording,
} from "./records";

/** Everything the carriers remember, by sid. It lives as long as the process. */
export type Store = {
  accounts: Map<string, Account>;
  numbers: Map<string, IncomingNumber>;
  messages: Map<string, Message>;
  media: Map<string, Media>;
  applications: Map<string, Application>;
  keys: Map<string, Key>;
  services: Map<string, MessagingService>;
  calls: Map<string, Call>;
  recordings: Map<string, Recording>;
  /** Handsets that said STOP, as `sender pool|handset`. */
  optOuts: Set<string>;
  /** When a phone last wrote over WhatsApp, as `business|phone`: opens the 24-hour window. */
  whatsappHeard: Map<string, Date>;
};

/** An empty memory. */
export function createStore(): Store {
  return {
    accounts: new Map(),
    numbers: new Map(),
    messages: new Map(),
    media: new Map(),
    applications: new Map(),
    keys: new Map(),
    services: new Map(),
    calls: new Map(),
    recordings: new Map(),
    optOuts: new Set(),
    whatsappHeard: new Map(),
  };
}

/** The number record behind an E.164 number at a carrier. */
export function findNumber(
  store: Store,
  carrier: CarrierName,
  phoneNumber: string,
): IncomingNumber | undefined {
  return [...store.numbers.values()].find(
    (number) => number.carrier === carrier && number.phoneNumber === phoneNumber,
  );
}

/** The messaging service that a number is in, if any. */
export function serviceOfNumber(store: Store, number: IncomingNumber): MessagingService | undefined {
  return [...store.services.values()].find((service) => service.numberSids.includes(number.sid));
}

/** Whether the business number has this channel. */
export function hasChannel(number: IncomingNumber, channel: Channel): boolean {
  return channel === "whatsapp" ? number.whatsappUrl !== null : number.capabilities.sms;
}

/** The key under which a STOP from a handset is remembered: the whole pool when the number is in a service. */
export function optOutKey(store: Store, number: IncomingNumber, handset: string): string {
  return `${serviceOfNumber(store, number)?.sid ?? number.phoneNumber}|${handset}`;
}
