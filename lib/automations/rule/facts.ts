/** Everything a rule may look at, gathered at one moment, so that the decisions themselves are pure. */
export type Facts = {
  now: Date;
  business: {
    name: string;
    timezone: string;
    locale: string;
    phone: string | null;
    bookingLink: string | null;
  };
  /** Whether the business is open at the moment the facts are about. */
  isOpen: boolean;
  customer: {
    id: string;
    name: string;
    nameSource: string;
    tags: readonly string[];
    phone: string | null;
    whatsapp: string | null;
    timezone: string | null;
    isOptedOut: boolean;
  } | null;
  /** Whether this was the customer's first contact. */
  isFirstTime: boolean;
  conversation: {
    id: string;
    number: number;
    status: string;
    tags: readonly string[];
    assigneeKind: string;
    channel: string;
    lastEntryAt: string;
    lastInboundAt: string | null;
  } | null;
  message: { id: string; body: string; channel: string; at: string } | null;
  call: {
    id: string;
    direction: string;
    outcome: string | null;
    sentiment: string | null;
    at: string;
  } | null;
  appointment: {
    id: string;
    status: string;
    startsAt: string;
    endsAt: string;
    serviceName: string;
    staffName: string;
  } | null;
};
