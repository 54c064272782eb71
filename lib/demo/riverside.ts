import { riversideStories } from "./riverside-stories";
import type { DemoBusiness } from "./schema";

/** A dental practice in New York on Twilio. */
export const riverside: DemoBusiness = {
  slug: "demo",
  name: "Riverside Dental",
  country: "US",
  timezone: "America/New_York",
  locale: "en-US",
  number: {
    e164: "+15005550006",
    carrier: "twilio",
    label: "Front desk",
    kinds: ["sms", "whatsapp", "voice"],
  },
  apiKey: "tl_demo_key_demo",
  owner: { email: "owner@demo.test", name: "Olivia Hart", short: "Olivia" },
  members: [{ email: "agent@demo.test", name: "Anika Patel", short: "Anika", role: "agent" }],
  receptionist: {
    name: "Ava",
    persona:
      "Warm, unhurried and exact. Speaks like a person who has worked at the front desk for years. Never gives medical advice.",
    greeting: "Riverside Dental, this is Ava. How can I help?",
    languages: ["en-US", "es-US"],
    facts:
      "Parking is free behind the building. We take most PPO insurance plans; bring the card. New patients come ten minutes early. Emergencies are seen the same day.",
    address: "214 River Street, Suite 2, Hoboken, NJ 07030",
  },
  services: [
    { name: "Cleaning", minutes: 45, price: 120_00, description: "Check-up, scaling and polish", buffer: 5 },
    { name: "New patient exam", minutes: 60, price: 95_00, description: "Full examination with X-rays" },
    { name: "Filling", minutes: 45, price: 180_00, description: "Tooth-coloured filling, per tooth" },
    { name: "Whitening", minutes: 60, price: 240_00, description: "In-practice whitening" },
    { name: "Crown fitting", minutes: 60, price: 890_00, description: "Fitting of a prepared crown" },
    {
      name: "Emergency visit",
      minutes: 30,
      price: 110_00,
      description: "Pain, swelling or a broken tooth, same day",
    },
  ],
  staff: ["Dr. Patel", "Dr. Nguyen"],
  hours: {
    1: [["08:00", "17:00"]],
    2: [["08:00", "17:00"]],
    3: [["08:00", "19:00"]],
    4: [["08:00", "17:00"]],
    5: [["08:00", "15:00"]],
  },
  holidays: [
    { month: 12, day: 25, reason: "Christmas Day" },
    { month: 1, day: 1, reason: "New Year's Day" },
    { month: 7, day: 4, reason: "Independence Day" },
  ],
  answers: [
    [
      "Do you take insurance?",
      "We take most PPO plans, such as Delta Dental, Cigna and MetLife. Bring your card and we check the cover for you.",
    ],
    ["Is there parking?", "Yes, parking is free behind the building; the entrance is on 2nd Street."],
    ["Do you see children?", "Yes, from age three on."],
    ["How do I cancel?", "Call or text us up to 24 hours before; after that we charge 40 dollars."],
    ["Do you do emergencies?", "Yes. Call as early as you can and we see you the same day."],
  ],
  transfers: [
    { label: "Front desk (Anika)", member: "Anika", e164: "+12015550145" },
    { label: "Practice owner (Olivia)", member: "Olivia", e164: "+12015550146" },
    { label: "After-hours dentist", e164: "+12015550147", isEmergency: true },
  ],
  regulars: [
    ["Eleanor Brooks", "+12015550110"],
    ["Daniel Okafor", "+12015550111"],
    ["Maya Rosen", "+16465550112"],
    ["Luis Herrera", "+16465550113"],
    ["Naomi Castle", "+19175550114"],
    ["Owen Gallagher", "+19175550115"],
    ["Priscilla Yang", "+13475550116"],
    ["Terrence Hall", "+13475550117"],
    ["Irina Sokolova", "+19735550118"],
    ["George Whitman", "+19735550119"],
    ["Leila Haddad", "+15515550121"],
    ["Patrick Dunne", "+15515550122"],
  ],
  callsPerDay: [2, 7],
  stories: riversideStories,
};
