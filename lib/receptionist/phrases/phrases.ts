/** Everything the offline receptionist says, in one language. Moments, prices and names come in as they are spoken. */
export type Phrases = {
  hello: (business: string) => string;
  robot: (name: string, business: string) => string;
  who: (business: string, name: string) => string;
  welcome: string;
  anythingElse: string;
  goodbye: (business: string) => string;
  /** Goodbye in a call that the receptionist placed. */
  goodbyeToCalled: (business: string) => string;
  howCanIHelp: string;
  noProblem: string;
  wrongNumber: (business: string) => string;
  silence: readonly [string, string, string];
  rude: readonly [string, string];
  spam: string;
  lostThread: string;
  pardon: string;
  whatICanDo: string;
  notUnderstoodAgain: string;
  basicMode: string;

  sorryAbout: string;
  offerPerson: (person: string) => string;
  offerMessage: string;
  puttingThrough: (person: string) => string;
  nobodyToReach: string;
  closedNow: (opens: string | null) => string;
  emergency: (number: string, person: string | null) => string;

  cannotBook: string;
  hiddenNumber: string;
  whichService: (services: string) => string;
  nextFree: (service: string, times: string) => string;
  free: (service: string, times: string) => string;
  notFreeThen: (times: string) => string;
  closedThatDay: (day: string, reason: string) => string;
  fullThatDay: (day: string) => string;
  instead: (times: string) => string;
  nothingFree: string;
  whichOne: (times: string) => string;
  whichDay: string;
  confirm: (service: string, moment: string, staff: string, price: string | null) => string;
  booked: (service: string, moment: string, staff: string) => string;
  justTaken: string;
  done: Readonly<Record<"booked" | "moved" | "cancelled", (what: string) => string>>;
  failed: string;
  askName: string;
  thanksName: (name: string) => string;

  noAppointments: string;
  yourAppointments: (list: string) => string;
  whichAppointment: (list: string) => string;
  moveTo: (service: string, moment: string) => string;
  confirmMove: (service: string, moment: string, staff: string) => string;
  moved: (service: string, moment: string) => string;
  confirmCancel: (service: string, moment: string) => string;
  cancelled: (service: string, moment: string) => string;
  keptAppointment: string;
  notAllowed: string;

  askMessage: string;
  messageTaken: string;
  afterTheTone: string;
  colleagueAnswers: string;
  texted: string;
  notTexted: string;

  openUntil: (time: string) => string;
  opensAgain: (when: string) => string;
  openOn: (day: string, spans: string) => string;
  closedOn: (day: string, reason: string) => string;
  weeklyHours: (lines: string) => string;
  hoursUnknown: string;
  span: (from: string, to: string) => string;
  days: (from: string, to: string) => string;
  addressIs: (address: string) => string;
  addressUnknown: string;
  priceIs: (service: string, price: string, minutes: number) => string;
  priceUnknown: (service: string) => string;
  takes: (service: string, minutes: number) => string;
  weOffer: (services: string) => string;
  bookIt: string;
  at: (service: string, moment: string) => string;
  and: string;
  or: string;
};
