import { earlierRiversideStories } from "./riverside-earlier";
import type { Story } from "./schema";

/** What was said at Riverside Dental lately; the newest first. */
export const riversideStories: Story[] = [
  {
    customer: {
      name: "Jordan Blake",
      phone: "+14155552671",
      source: "person",
      email: "jordan@blake.example",
      city: "San Francisco",
      region: "CA",
      tags: ["new patient", "insurance"],
    },
    channel: "sms",
    began: { daysAgo: 1, at: "17:50" },
    assignee: "assistant",
    lines: [
      {
        after: 0,
        from: "customer",
        text: "Hi, do you have anything free on Friday morning? A cleaning, nothing hurts :)",
      },
      {
        after: 1,
        from: "assistant",
        text: "Hello Jordan! Friday has 10:00 and 11:30 free for a 45-minute cleaning ($120). Shall I book one of them?",
      },
      {
        after: 0,
        call: {
          answeredBy: "assistant",
          outcome: "booked",
          seconds: 134,
          summary:
            "Jordan booked a cleaning on Friday at 10:00 with Dr. Patel and asked for the price of whitening. A price list was promised by text.",
          sentiment: { label: "positive", score: 0.62 },
          actions: [
            { kind: "booked", text: "Appointment booked, Fri 10:00" },
            { kind: "promised", text: "Price list by text" },
          ],
          turns: [
            ["assistant", "Riverside Dental, this is Ava. How can I help?"],
            ["caller", "Hi, I texted yesterday about Friday. Ten would be great."],
            [
              "assistant",
              "Lovely. Friday at ten for a cleaning with Dr. Patel. May I put it under Jordan Blake?",
            ],
            ["caller", "Yes please. And what does whitening cost?"],
            [
              "assistant",
              "Whitening starts at 240 dollars and takes an hour. I can text you our price list.",
            ],
            ["caller", "That would be perfect, thank you."],
            [
              "assistant",
              "Done. You are booked for Friday at ten, and the price list is on its way. Goodbye!",
            ],
          ],
        },
      },
      { after: 4, note: "Anika", text: "Prefers Dr. Patel. Insurance card is on file." },
      {
        after: 3,
        from: "Anika",
        text: "Here is our price list, Jordan: riverside.example/prices. Whitening starts at $240.",
        status: "delivered",
      },
    ],
  },
  {
    customer: { name: "Mira Kapoor", phone: "+12125550182", source: "profile", tags: ["crown"] },
    channel: "whatsapp",
    began: { minutesAgo: 44 },
    priority: "high",
    unread: 2,
    lines: [
      {
        after: 0,
        from: "customer",
        text: "Hello! You said you would tell me when my crown arrives from the lab?",
      },
      {
        after: 6,
        from: "Anika",
        text: "Hi Mira, it should be here today or tomorrow. I'll write as soon as it is.",
        status: "read",
      },
      { after: 30, from: "customer", text: "Thank you. Is it the porcelain one we talked about?" },
      { after: 4, from: "customer", text: "And can I come after 5 on Wednesday?" },
    ],
  },
  {
    customer: {
      name: "Call from Seattle, WA",
      phone: "+12065550148",
      source: "place",
      city: "Seattle",
      region: "WA",
    },
    channel: "call",
    began: { minutesAgo: 12 },
    unread: 1,
    lines: [
      {
        after: 0,
        call: {
          answeredBy: null,
          outcome: "missed",
          missedReason: "nobody_available",
          seconds: 21,
          summary:
            "Nobody was available: Anika was on another call and Olivia was away. The caller hung up after 21 seconds.",
          sentiment: { label: "neutral", score: 0 },
          turns: [],
        },
      },
      {
        after: 1,
        from: "assistant",
        text: "Sorry we missed you! This is Riverside Dental. Reply here and we'll sort it out, or call again any time.",
        status: "delivered",
      },
    ],
  },
  {
    customer: {
      name: "Tomás Ortega",
      phone: "+13475550119",
      source: "person",
      email: "tomas@ortega.example",
      tags: ["recall due"],
    },
    channel: "sms",
    began: { minutesAgo: 64 },
    assignee: "Anika",
    lines: [
      { after: 0, from: "customer", text: "Hi, where do I park when I come at 3?" },
      {
        after: 9,
        from: "Anika",
        text: "Parking is free behind the building, entrance on 2nd Street. See you at 3!",
        status: "delivered",
      },
      { after: 3, from: "customer", text: "Great, gracias!" },
    ],
  },
  {
    customer: { name: "Lena Novak", phone: "+19175550133", source: "person" },
    channel: "call",
    began: { minutesAgo: 71 },
    unread: 1,
    lines: [
      {
        after: 0,
        call: {
          answeredBy: "voicemail",
          outcome: "voicemail",
          seconds: 42,
          summary: "Lena needs to move Tuesday's filling because of work and prefers an evening slot.",
          sentiment: { label: "neutral", score: 0.05 },
          turns: [
            [
              "caller",
              "Hi, I need to move my appointment on Tuesday. Something came up at work. Is there anything in the evening? Thanks, bye.",
            ],
          ],
        },
      },
    ],
  },
  {
    customer: { name: "David Wu", phone: "+16465550171", source: "person" },
    channel: "sms",
    began: { minutesAgo: 128 },
    lines: [
      {
        after: 0,
        from: "Anika",
        text: "Hello David, your crown is back from the lab. Would Thursday at 9:00 suit you?",
        failed: "30006",
      },
      {
        after: 2,
        note: "Anika",
        text: "That number is his office landline. Ask for a mobile when he calls.",
      },
    ],
  },
  {
    customer: { name: "Sofia Rossi", phone: "+12015550164", source: "person", email: "sofia@rossi.example" },
    channel: "sms",
    began: { minutesAgo: 195 },
    lines: [
      {
        after: 0,
        from: "assistant",
        text: "Reminder: your cleaning with Dr. Nguyen is on Monday at 9:15. Reply C to confirm or M to move it.",
        status: "delivered",
      },
      { after: 12, from: "customer", text: "C" },
      { after: 1, from: "assistant", text: "Confirmed, see you on Monday at 9:15!", status: "delivered" },
      { after: 2, from: "customer", text: "Thanks! See you on Monday." },
    ],
  },
  {
    customer: { name: "Emeka Adeyemi", phone: "+15515550120", source: "person" },
    channel: "call",
    began: { daysAgo: 1, at: "15:20" },
    assignee: "Olivia",
    status: "pending",
    lines: [
      {
        after: 0,
        call: {
          direction: "outbound",
          answeredBy: "member",
          outcome: "answered",
          seconds: 190,
          summary:
            "Discussed the treatment plan for two fillings. Emeka will ask his insurance and call back.",
          sentiment: { label: "positive", score: 0.35 },
          actions: [{ kind: "promised", text: "Cost estimate by e-mail" }],
          turns: [
            [
              "agent",
              "Hi Emeka, it's Olivia from Riverside Dental. Do you have a minute for your treatment plan?",
            ],
            ["caller", "Sure, go ahead."],
            ["agent", "There are two small fillings on the left. We could do both in one visit."],
            ["caller", "Let me ask my insurance what they cover first. Could you e-mail me an estimate?"],
            ["agent", "Of course, you'll have it this afternoon."],
          ],
        },
      },
    ],
  },
  ...earlierRiversideStories,
];
