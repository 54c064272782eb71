import { type Lexicon, phrases } from "./intent";

/** What people say in English. */
export const english: Lexicon = {
  emergency: phrases(`
    its|is|have|having|got an emergency, emergency now|right, medical emergency, life threatening,
    call an ambulance, cant|cannot|trouble|difficulty breathe|breathing, not breathing, chest pain*,
    heart attack, unconscious, passed out, bleeding .. heavily|lot|badly|stop,
    wont|doesnt|not stop bleeding, overdose*, suicid*, kill myself, having a stroke, gas leak,
    house|building is on fire, somebody|someone is dying, knocked out .. tooth|teeth
  `),
  profanity: phrases(`
    fuck*, shit*, bitch*, asshole*, bastard*, motherf*, cunt*, dick|dickhead, screw you, idiot*,
    go to hell
  `),
  spam: phrases(`
    extended warranty, google listing|business, seo services|package, search engine, business loan,
    merchant services, you have been selected, you have won, congratulations you, press 1 to,
    electricity supplier, final notice, lower your .. rate*, owner of the business,
    person in charge of .. marketing|advertising
  `),
  wrong_number: phrases(`
    wrong number, wrong place, dialed|dialled|called .. by mistake, misdialed|misdialled,
    didnt mean to call, sorry wrong
  `),
  complaint: phrases(`
    unacceptable, ridiculous, terrible service, worst, complain*, furious, so|very|really angry,
    im angry, fed up, outrageous, disgusting, rude .. me, was .. rude, not happy, unhappy with,
    so|very disappointed, waste of .. time|money, want my money back, refund,
    nobody .. called .. back, never called .. back, still waiting, sick of, sick and tired, lawyer,
    sue you
  `),
  human: phrases(`
    ,
    speak|talk|speaking|talking to|with .. someone|somebody|person|human|manager|owner|agent|representative|operator|people,
    real person, real human, actual person, a human, human being, put me through,
    transfer .. me|call, connect me, operator, representative, the manager, your manager, the owner,
    speak|talk to|with dr|doctor, is dr|doctor .. there|available, the front desk, someone else,
    not a robot|machine|computer
  `),
  move: phrases(`
    reschedul*, move .. appointment|booking|visit|it, change .. appointment|booking|time|date,
    postpone*, push .. back|appointment, bring .. forward, appointment .. to another|different,
    different time, another time instead, cant make it .. other|another|instead
  `),
  cancel: phrases(`
    cancel*, call off .. appointment, wont be able to come, wont be coming,
    cant make|come|attend .. appointment|tomorrow|today|it, dont need .. appointment,
    drop|delete|remove .. appointment|booking
  `),
  book: phrases(`
    book*, make|get|have|need|want|schedule|set|arrange|like .. appointment|appointments, schedule*,
    reserve*, see .. dentist|doctor|dr, see someone about, come in,
    get in .. today|tomorrow|this|next|on|for, fit me in, squeeze me in,
    any .. slots|openings|availability|appointments, anything available, have|got .. available|free,
    available .. today|tomorrow|morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday,
    an appointment, a slot,
    id|i like|want|need to|a come|visit|consultation|haircut|massage|cleaning|filling|checkup|check|crown|whitening|vaccine|vaccination|ultrasound|exam,
    i need|want .. consultation|haircut|massage|cleaning|filling|checkup|crown|whitening|vaccination|ultrasound|exam
  `),
  my_appointments: phrases(`
    when is .. appointment, what time is .. appointment, when .. my appointment, my appointment .. when, do i have .. appointment|booking,
    confirm .. my appointment, check .. my appointment|booking, what .. my appointment*,
    my next appointment, my appointments, am i booked, forgot .. appointment
  `),
  message: phrases(`
    leave .. message|note, take .. message, pass .. message|on, tell dr|him|her|them|the|doctor,
    give .. message, let .. know that, ask .. to call .. me, call me back, callback, call back,
    ring me back, have .. call me, get back to me, please tell
  `),
  text_me: phrases(`
    text|send me .. address|directions|hours|details|link|it|that|number, text .. to me,
    send .. text, sms me, message me the
  `),
  hours: phrases(`
    hours, opening time*, when .. open|opens|close|closes|closing|shut, what time .. open|opens|close|closes|closing|shut,
    are|r you .. open|closed|closing, you open, still open,
    open .. today|tomorrow|now|late|on|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|weekends,
    closed .. today|tomorrow|on|for, how late, until when, till when, on holidays, over the holidays,
    bank holiday, public holiday, what days, office open
  `),
  address: phrases(`
    address, where .. you|located|office|clinic|practice|shop|store|place, location, directions,
    how .. get|find .. there|you|to, which street, what street, find you, located
  `),
  price: phrases(`
    how much, price*, cost*, charge*, fee|fees, rate|rates, expensive, what .. pay, quote
  `),
  duration: phrases(`
    how long .. take|takes|is|does|will|last, duration, how many minutes, how much time
  `),
  services: phrases(`
    what .. services|offer|do you do|treatments, which .. services|treatments|tests,
    list of .. services|treatments, your services, services .. offer|have|provide, what can i book,
    what kind of|kinds .. services|treatments|appointments
  `),
  robot: phrases(`
    are|r you .. robot|human|real|person|machine|computer|bot|ai|recording,
    is this .. robot|machine|recording|ai|bot|computer|automated,
    talking to .. robot|machine|computer|ai|bot, a robot, an ai
  `),
  who: phrases(`
    who is this, whos this, who am i .. speaking|talking,
    what company|business|place|clinic|number .. is|this|have,
    is this .. dental|clinic|dentist|practice|office|doctor|riverside|pragati, who are you,
    your name
  `),
  repeat: phrases(`
    repeat, say .. again, come again, pardon, what did you say,
    didnt .. hear|catch|understand .. you|that, one more time, sorry what, excuse me
  `),
  greeting: phrases(`
    hello, hi, hey, good morning|afternoon|evening|day, howdy, greetings,
    anybody|anyone|somebody|someone there, can you hear me, are you there
  `),
  thanks: phrases("thank*, thanks, cheers, appreciate*, great help, perfect, wonderful"),
  goodbye: phrases(`
    bye, goodbye, good bye, bye bye, see you, see ya, have a good|great|nice, thats all, that is all,
    thats it, nothing else, im done, talk to you later, im good
  `),
  never_mind: phrases(`
    never mind, nevermind, forget it, forget about it, stop, changed my mind, not now, leave it,
    start over, something else, dont bother
  `),
  silence_words: phrases("um, uh, umm, hmm, er, erm, hm, noise, background noise, inaudible"),
};
