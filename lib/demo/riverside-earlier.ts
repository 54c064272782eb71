import type { Story } from "./schema";

/** What was said at Riverside Dental in the weeks before. */
export const earlierRiversideStories: Story[] = [
  {
    customer: {
      name: "Grace Chen",
      phone: "+17185550190",
      source: "person",
      email: "grace@chen.example",
      tags: ["family"],
    },
    channel: "sms",
    began: { daysAgo: 2, at: "10:04" },
    status: "closed",
    assignee: "Anika",
    lines: [
      { after: 0, from: "customer", text: "Do you see kids? My daughter is 4 and a bit scared" },
      {
        after: 3,
        from: "assistant",
        text: "Yes, from age three. Dr. Nguyen is wonderful with small children, and the first visit can be just a look around.",
      },
      { after: 5, from: "customer", text: "That sounds lovely. Wednesday afternoon?" },
      {
        after: 2,
        from: "Anika",
        text: "Wednesday 15:30 with Dr. Nguyen is yours. She may bring her teddy :)",
        status: "delivered",
      },
      { after: 4, from: "customer", text: "😊 thank you so much" },
    ],
  },
  {
    customer: { name: "Robert Hughes", phone: "+19735550155", source: "person", optedOut: true },
    channel: "sms",
    began: { daysAgo: 3, at: "09:12" },
    status: "closed",
    lines: [
      {
        after: 0,
        from: "assistant",
        text: "It's been six months since your last cleaning, Robert. Shall we find a time?",
        status: "delivered",
      },
      { after: 20, from: "customer", text: "STOP" },
    ],
  },
  {
    customer: { name: "Amara Diallo", phone: "+13325550107", source: "profile", tags: ["new patient"] },
    channel: "whatsapp",
    began: { daysAgo: 4, at: "18:40" },
    status: "snoozed",
    lines: [
      { after: 0, from: "customer", text: "Good evening, how much is a filling without insurance?" },
      {
        after: 1,
        from: "assistant",
        text: "A tooth-coloured filling is $180 per tooth and takes about 45 minutes. Would you like me to look for a time?",
      },
      { after: 15, from: "customer", text: "I'll let you know next week when I'm paid" },
    ],
  },
  {
    customer: { name: "Peter Lindqvist", phone: "+16095550186", source: "person" },
    channel: "call",
    began: { daysAgo: 5, at: "11:02" },
    status: "closed",
    lines: [
      {
        after: 0,
        call: {
          answeredBy: "assistant",
          outcome: "transferred",
          seconds: 95,
          summary:
            "Peter had swelling after an extraction. Ava transferred him to Anika at once; he came in the same day.",
          sentiment: { label: "negative", score: -0.41 },
          turns: [
            ["assistant", "Riverside Dental, this is Ava. How can I help?"],
            ["caller", "My cheek is swollen since the extraction and it really hurts."],
            ["assistant", "I'm sorry to hear that. I'm putting you through to Anika right away."],
            ["agent", "Hi Peter, can you come in at one? Dr. Patel will look at it."],
          ],
        },
      },
      {
        after: 190,
        from: "Anika",
        text: "How is the swelling, Peter? Dr. Patel says to keep cooling it today.",
        status: "delivered",
      },
      { after: 35, from: "customer", text: "Much better already. Thank you for fitting me in." },
    ],
  },
  {
    customer: {
      name: "SMS from Newark, NJ",
      phone: "+18625550175",
      source: "place",
      city: "Newark",
      region: "NJ",
    },
    channel: "sms",
    began: { daysAgo: 6, at: "14:26" },
    status: "closed",
    lines: [
      { after: 0, from: "customer", text: "is this the tire shop" },
      { after: 1, from: "assistant", text: "No, this is Riverside Dental. I hope you find them!" },
    ],
  },
  {
    customer: {
      name: "Hannah Weiss",
      phone: "+12025550143",
      source: "person",
      email: "hannah@weiss.example",
    },
    channel: "call",
    began: { daysAgo: 8, at: "16:31" },
    status: "closed",
    lines: [
      {
        after: 0,
        call: {
          answeredBy: "assistant",
          outcome: "message_taken",
          seconds: 71,
          summary:
            "Hannah asks Olivia to call her back about an invoice from October. She is reachable after 6.",
          sentiment: { label: "neutral", score: -0.08 },
          actions: [{ kind: "promised", text: "Call back about the invoice" }],
          turns: [
            ["assistant", "Riverside Dental, this is Ava. How can I help?"],
            ["caller", "I have a question about an invoice from October. It looks like I was charged twice."],
            ["assistant", "I can't see invoices, but Olivia can. May I take a message for her?"],
            ["caller", "Please. I'm reachable after six."],
            [
              "assistant",
              "I've written it down: October invoice, charged twice, reachable after six. She'll call you back.",
            ],
          ],
        },
      },
      { after: 60, note: "Olivia", text: "Called back, it was two visits. All clear." },
    ],
  },
  {
    customer: { name: "Marcus Reed", phone: "+14435550112", source: "person" },
    channel: "sms",
    began: { daysAgo: 11, at: "08:15" },
    status: "closed",
    lines: [
      { after: 0, from: "customer", text: "Running 10 minutes late for my 8:30, sorry!" },
      {
        after: 2,
        from: "Anika",
        text: "No problem, we'll start a little later. Drive safely.",
        status: "delivered",
      },
    ],
  },
  {
    customer: { name: "Yuki Tanaka", phone: "+16285550198", source: "profile" },
    channel: "whatsapp",
    began: { daysAgo: 14, at: "12:50" },
    status: "closed",
    lines: [
      { after: 0, from: "customer", text: "Hi! Moving to Hoboken next month. Are you taking new patients?" },
      {
        after: 1,
        from: "assistant",
        text: "Welcome! Yes, we are. A first exam with X-rays is $95 and takes an hour. Shall I book one for you?",
      },
      { after: 8, from: "customer", text: "Perfect, I'll write again when I have my dates" },
    ],
  },
  {
    customer: { name: "Claire Dubois", phone: "+13105550127", source: "person" },
    channel: "call",
    began: { daysAgo: 17, at: "13:08" },
    status: "closed",
    lines: [
      {
        after: 0,
        call: {
          answeredBy: "assistant",
          outcome: "booked",
          seconds: 118,
          summary: "Claire booked whitening and was told to avoid coffee for a day afterwards.",
          sentiment: { label: "positive", score: 0.71 },
          actions: [{ kind: "booked", text: "Whitening booked" }],
          turns: [
            ["assistant", "Riverside Dental, this is Ava. How can I help?"],
            ["caller", "I'd like to have my teeth whitened before a wedding."],
            ["assistant", "How nice. Whitening takes an hour. Does next Thursday at 9 work?"],
            ["caller", "Thursday at nine is great."],
            ["assistant", "Booked. Please avoid coffee for a day afterwards. See you then!"],
          ],
        },
      },
    ],
  },
];
