import type { Phrases } from "./phrases";

/** What the offline receptionist says in English. */
export const english: Phrases = {
  hello: (business) => `Hello, this is ${business}. How can I help?`,
  robot: (name, business) =>
    `I'm ${name}, the automatic assistant of ${business}. I'm a simple one right now: I can tell you our hours and prices, book an appointment, take a message or find you a person. What would you like?`,
  who: (business, name) => `You've reached ${business}, this is ${name}. How can I help?`,
  welcome: "You're welcome.",
  anythingElse: "Is there anything else I can do for you?",
  goodbye: (business) => `Thank you for calling ${business}. Goodbye.`,
  goodbyeToCalled: (business) => `Thank you for your time. This was ${business}. Goodbye.`,
  howCanIHelp: "Of course. What can I do for you?",
  noProblem: "No problem. What else can I do for you?",
  wrongNumber: (business) => `No problem at all, this is ${business}. Have a good day. Goodbye.`,
  silence: [
    "I'm here. How can I help?",
    "I can't hear you very well. You can ask for an appointment, our hours, or leave a message.",
    "I can't hear you, so I'll hang up now. Please call again any time. Goodbye.",
  ],
  rude: [
    "I'd like to help you. Please tell me what you need, or I can put down a message for the team.",
    "I'll end the call here. You're welcome to call again. Goodbye.",
  ],
  spam: "Thank you, we're not interested. Please take us off your list. Goodbye.",
  lostThread: "Sorry, I lost my thread. Could you say that again?",
  pardon: "Sorry, I didn't get that.",
  whatICanDo:
    "I can book an appointment, tell you our hours and prices, or take a message. What do you need?",
  notUnderstoodAgain: "I'm sorry, I still don't understand.",
  basicMode: "I'm only a simple assistant.",

  sorryAbout: "I'm really sorry about that.",
  offerPerson: (person) => `Shall I put you through to ${person}?`,
  offerMessage: "Shall I take a message, so that somebody calls you back?",
  puttingThrough: (person) => `One moment, I'm putting you through to ${person}.`,
  nobodyToReach: "I can't put you through to anybody from here.",
  closedNow: (opens) =>
    opens ? `We're closed right now and open again ${on(opens)}.` : "We're closed right now.",
  emergency: (number, person) =>
    person
      ? `If anybody's life is in danger, hang up and dial ${number}. I'm putting you through to ${person} now.`
      : `If anybody's life is in danger, please hang up and dial ${number} right away.`,

  cannotBook: "I can't book appointments myself at the moment.",
  hiddenNumber: "I can't see your number, so I can't book for you directly.",
  whichService: (services) => `Gladly. What would you like to come in for: ${services}?`,
  nextFree: (service, times) =>
    `For ${service}, the next free times are ${times}. Does one of those suit you, or is another day better?`,
  free: (service, times) => `For ${service}, I have ${times}. Which suits you?`,
  notFreeThen: (times) => `I don't have that time, but I have ${times}. Which would you like?`,
  closedThatDay: (day, reason) => `We're closed ${on(day)}${reason ? ` for ${reason}` : ""}.`,
  fullThatDay: (day) => `I have nothing free ${on(day)}.`,
  instead: (times) => `The next free times are ${times}. Would one of those work?`,
  nothingFree: "I can't find a free time in the next weeks.",
  whichOne: (times) => `Which one would you like: ${times}?`,
  whichDay: "No problem. Which day and time would suit you better?",
  confirm: (service, moment, staff, price) =>
    `That's ${service} ${on(moment)} with ${staff}${price ? `, for ${price}` : ""}. Shall I book it?`,
  booked: (service, moment, staff) => `Done: ${service} ${on(moment)} with ${staff} is booked.`,
  justTaken: "I'm sorry, that time was taken just now.",
  done: {
    booked: (what) => `It's booked: ${what}.`,
    moved: (what) => `It's moved: ${what}.`,
    cancelled: (what) => `It's cancelled: ${what}.`,
  },
  failed: "I'm sorry, that didn't work just now.",
  askName: "What name may I put it under?",
  thanksName: (name) => `Thank you, ${name}.`,

  noAppointments: "I don't see an upcoming appointment under your number.",
  yourAppointments: (list) => `You have ${list}.`,
  whichAppointment: (list) => `You have ${list}. Which one do you mean?`,
  moveTo: (service, moment) =>
    `You have ${service} ${on(moment)}. Which day and time would you like instead?`,
  confirmMove: (service, moment, staff) => `So ${service} moves to ${moment} with ${staff}. Is that right?`,
  moved: (service, moment) => `Done: ${service} is now ${on(moment)}.`,
  confirmCancel: (service, moment) => `You have ${service} ${on(moment)}. Shall I cancel it?`,
  cancelled: (service, moment) => `All right, ${service} ${on(moment)} is cancelled.`,
  keptAppointment: "All right, it stays as it is.",
  notAllowed: "I can't change appointments myself, but the team can.",

  askMessage: "Gladly. What should I tell them?",
  messageTaken: "Thank you, I've written it down, and somebody will get back to you.",
  afterTheTone: "Please leave your message after the tone, with the number we can reach you on.",
  colleagueAnswers: "Of course. A colleague will answer you here as soon as possible.",
  texted: "I've sent it to you as a text.",
  notTexted: "I can't send you a text right now, but I can tell you.",

  openUntil: (time) => `Yes, we're open until ${time}.`,
  opensAgain: (when) => `We're closed right now. We open again ${on(when)}.`,
  openOn: (day, spans) => `We're open ${on(day)} ${spans}.`,
  closedOn: (day, reason) => `We're closed ${on(day)}${reason ? ` for ${reason}` : ""}.`,
  weeklyHours: (lines) => `We're open ${lines}.`,
  hoursUnknown: "I don't have our opening hours at hand.",
  span: (from, to) => `from ${from} to ${to}`,
  days: (from, to) => `${from} to ${to}`,
  addressIs: (address) => `You find us at ${address}.`,
  addressUnknown: "I don't have our address at hand.",
  priceIs: (service, price, minutes) => `${service} is ${price} and takes ${minutes} minutes.`,
  priceUnknown: (service) => `I don't have a price for ${service}; the team will tell you.`,
  takes: (service, minutes) => `${service} takes ${minutes} minutes.`,
  weOffer: (services) => `We offer ${services}.`,
  bookIt: "Would you like to book it?",
  at: (service, moment) => `${service} ${on(moment)}`,
  and: "and",
  or: "or",
};

/** "On Friday the 24th", but "tomorrow". */
function on(moment: string): string {
  return /^(?:today|tomorrow)/.test(moment) ? moment : `on ${moment}`;
}
