import type { DemoBusiness } from "./schema";

/** A clinic in India on Vobiz, which carries voice only: no texts. */
export const pragati: DemoBusiness = {
  slug: "pragati",
  name: "Pragati Clinic",
  country: "IN",
  timezone: "Asia/Kolkata",
  locale: "en-IN",
  number: { e164: "+917971543252", carrier: "vobiz", label: "Reception", kinds: ["voice"] },
  apiKey: "tl_demo_key_pragati",
  owner: { email: "owner@pragati.test", name: "Priya Sharma", short: "Priya" },
  members: [],
  receptionist: {
    name: "Asha",
    persona:
      "Friendly and patient; speaks simple English and Hindi, repeats dates and times slowly. Never gives medical advice.",
    greeting: "Namaste, Pragati Clinic, this is Asha. How can I help you today?",
    languages: ["en-IN", "hi-IN"],
    facts:
      "Bring earlier reports and the Aadhaar card on the first visit. Lab reports are ready after 6 in the evening. UPI, cards and cash are accepted.",
    address: "12 Residency Road, Bengaluru 560025",
  },
  services: [
    { name: "General consultation", minutes: 15, price: 500_00, description: "With the physician on duty" },
    { name: "Women's health consultation", minutes: 30, price: 900_00, description: "With Dr. Rao" },
    { name: "Child vaccination", minutes: 15, price: 350_00, description: "Vaccine charged separately" },
    { name: "Ultrasound", minutes: 30, price: 1500_00, description: "Fasting for four hours" },
  ],
  staff: ["Dr. Rao", "Dr. Iyer"],
  hours: {
    1: [
      ["09:00", "13:00"],
      ["16:00", "20:00"],
    ],
    2: [
      ["09:00", "13:00"],
      ["16:00", "20:00"],
    ],
    3: [
      ["09:00", "13:00"],
      ["16:00", "20:00"],
    ],
    4: [
      ["09:00", "13:00"],
      ["16:00", "20:00"],
    ],
    5: [
      ["09:00", "13:00"],
      ["16:00", "20:00"],
    ],
    6: [["09:00", "13:00"]],
  },
  holidays: [
    { month: 1, day: 26, reason: "Republic Day" },
    { month: 8, day: 15, reason: "Independence Day" },
    { month: 10, day: 2, reason: "Gandhi Jayanti" },
  ],
  answers: [
    [
      "What are the consultation fees?",
      "A general consultation is 500 rupees; with Dr. Rao it is 900 rupees.",
    ],
    ["When are lab reports ready?", "On the same day after 6 in the evening."],
    ["Do I need to fast for the ultrasound?", "Yes, please do not eat for four hours before."],
  ],
  transfers: [
    { label: "Clinic manager (Priya)", member: "Priya", e164: "+919845012346" },
    { label: "Duty doctor", e164: "+919845012345", isEmergency: true },
  ],
  regulars: [
    ["Lakshmi Iyer", "+919845000111"],
    ["Arjun Reddy", "+919845000112"],
    ["Meera Joshi", "+919845000113"],
    ["Imran Khan", "+919845000114"],
    ["Divya Menon", "+919845000115"],
    ["Vikram Shetty", "+919845000116"],
  ],
  callsPerDay: [1, 4],
  stories: [
    {
      customer: { name: "Kavya Nair", phone: "+919876543210", source: "person" },
      channel: "call",
      began: { minutesAgo: 52 },
      unread: 1,
      lines: [
        {
          after: 0,
          call: {
            answeredBy: "assistant",
            outcome: "booked",
            seconds: 88,
            summary: "Kavya booked a women's health consultation with Dr. Rao for tomorrow at 16:30.",
            sentiment: { label: "positive", score: 0.44 },
            actions: [{ kind: "booked", text: "Consultation booked, tomorrow 16:30" }],
            turns: [
              ["assistant", "Namaste, Pragati Clinic, this is Asha. How can I help you today?"],
              ["caller", "I want to see Dr. Rao tomorrow evening."],
              [
                "assistant",
                "Tomorrow at half past four is free with Dr. Rao. The fee is 900 rupees. Shall I book it?",
              ],
              ["caller", "Yes, please book."],
              ["assistant", "It is booked: tomorrow at half past four with Dr. Rao. Thank you for calling."],
            ],
          },
        },
      ],
    },
    {
      customer: { name: "Rohan Mehta", phone: "+919812345678", source: "person" },
      channel: "call",
      began: { minutesAgo: 170 },
      lines: [
        {
          after: 0,
          call: {
            answeredBy: "assistant",
            outcome: "message_taken",
            seconds: 61,
            summary: "Rohan asks whether his lab report is ready and wants a call back this evening.",
            sentiment: { label: "neutral", score: 0 },
            actions: [{ kind: "promised", text: "Call back about the lab report" }],
            turns: [
              ["assistant", "Namaste, Pragati Clinic, this is Asha. How can I help you today?"],
              ["caller", "Meri report ready hai kya?"],
              ["assistant", "Reports shaam chhe baje ke baad milte hain. Kya main message likh loon?"],
              ["caller", "Haan, please call me back."],
            ],
          },
        },
        { after: 12, note: "Priya", text: "Report is with Dr. Iyer for signature." },
      ],
    },
    {
      customer: { name: "Fatima Sheikh", phone: "+919900112233", source: "person", tags: ["vaccination"] },
      channel: "call",
      began: { daysAgo: 1, at: "11:15" },
      status: "closed",
      lines: [
        {
          after: 0,
          call: {
            answeredBy: "assistant",
            outcome: "booked",
            seconds: 104,
            summary: "Fatima booked her son's second vaccination for Saturday at 10:00.",
            sentiment: { label: "positive", score: 0.5 },
            actions: [{ kind: "booked", text: "Vaccination booked, Sat 10:00" }],
            turns: [
              ["assistant", "Namaste, Pragati Clinic, this is Asha. How can I help you today?"],
              ["caller", "My son needs his second vaccine."],
              ["assistant", "Saturday at ten is free for the vaccination. Shall I book it?"],
              ["caller", "Yes, thank you."],
            ],
          },
        },
      ],
    },
    {
      customer: {
        name: "Call from Mysuru",
        phone: "+918212345678",
        source: "place",
        city: "Mysuru",
        region: "Karnataka",
      },
      channel: "call",
      began: { daysAgo: 2, at: "21:10" },
      lines: [
        {
          after: 0,
          call: {
            answeredBy: null,
            outcome: "missed",
            missedReason: "out_of_hours",
            seconds: 14,
            summary: "The call came at 21:10, after closing at 20:00.",
            sentiment: { label: "neutral", score: 0 },
            turns: [],
          },
        },
      ],
    },
    {
      customer: { name: "Suresh Kumar", phone: "+919740055667", source: "person" },
      channel: "call",
      began: { daysAgo: 6, at: "17:42" },
      status: "closed",
      lines: [
        {
          after: 0,
          call: {
            answeredBy: "assistant",
            outcome: "transferred",
            seconds: 52,
            summary:
              "Suresh complained about a long wait last week. He was put through to Priya, who apologised.",
            sentiment: { label: "negative", score: -0.55 },
            turns: [
              ["assistant", "Namaste, Pragati Clinic, this is Asha. How can I help you today?"],
              ["caller", "I waited two hours last week. This is not acceptable."],
              ["assistant", "I am very sorry. I am putting you through to our manager Priya."],
            ],
          },
        },
      ],
    },
  ],
};
