import type { Id } from "@/lib/kernel/ids";

/** Everything a receptionist may know of its business, loaded once when a conversation begins. Plain data: it is kept with the call. */
export type BusinessFacts = {
  business: { name: string; timezone: string; country: string; currency: string; locale: string };
  services: {
    id: Id;
    name: string;
    description: string;
    minutes: number;
    priceMinor: number | null;
    isBookable: boolean;
  }[];
  staff: { id: Id; name: string }[];
  /** Weekly opening hours of the business, 0 Sunday … 6 Saturday. */
  hours: { weekday: number; opensAt: string; closesAt: string }[];
  /** Days that differ, from today on, `YYYY-MM-DD`; without times closed. */
  overrides: { day: string; opensAt: string | null; closesAt: string | null; reason: string }[];
  answers: { question: string; answer: string }[];
  /** Whom calls may be put through to. Who has neither a phone number nor a seat in the team cannot be reached at all. */
  transfers: { id: Id; label: string; isEmergency: boolean; isReachable: boolean }[];
};
