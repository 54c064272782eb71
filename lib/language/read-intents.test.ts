import { describe, expect, it } from "vitest";
import { guessLanguage } from "./guess-language";
import { plainWords } from "./plain-words";
import { readIntents } from "./read-intents";
import type { Intent } from "./words/intent";

const table: [said: string, wanted: Intent, language?: "en" | "hi" | "es"][] = [
  ["Hello?", "greeting"],
  ["Hi, good morning", "greeting"],
  ["What time do you open on Saturday?", "hours", "en"],
  ["Are you open right now?", "hours", "en"],
  ["how late are you open tonight", "hours", "en"],
  ["Are you closed on Thanksgiving?", "hours", "en"],
  ["Where are you located?", "address", "en"],
  ["what's your address", "address"],
  ["How do I get there?", "address", "en"],
  ["How much is a cleaning?", "price", "en"],
  ["what do you charge for a filling", "price", "en"],
  ["How long does whitening take?", "duration"],
  ["What services do you offer?", "services", "en"],
  ["I'd like to make an appointment", "book", "en"],
  ["Can I come in tomorrow?", "book", "en"],
  ["do you have any openings this week", "book", "en"],
  ["I need to see a dentist", "book", "en"],
  ["I need to reschedule", "move", "en"],
  ["Can we move my appointment to Friday?", "move", "en"],
  ["please cancel my appointment", "cancel"],
  ["I won't be able to come on Monday", "cancel", "en"],
  ["When is my appointment?", "my_appointments", "en"],
  ["Can I leave a message for Dr. Patel?", "message", "en"],
  ["please have somebody call me back", "message"],
  ["I want to talk to a real person", "human", "en"],
  ["can you put me through to the manager", "human", "en"],
  ["This is unacceptable!", "complaint", "en"],
  ["I'm so angry, nobody called me back", "complaint", "en"],
  ["He can't breathe!", "emergency"],
  ["It's an emergency", "emergency"],
  ["Sorry, wrong number", "wrong_number"],
  ["Are you a robot?", "robot", "en"],
  ["who am I speaking with", "who"],
  ["Sorry, can you repeat that?", "repeat", "en"],
  ["thanks a lot", "thanks"],
  ["okay bye", "goodbye"],
  ["never mind", "never_mind"],
  ["you idiot", "profanity"],
  ["we've been trying to reach you about your car's extended warranty", "spam", "en"],
  ["can you text me the address", "text_me", "en"],
  ["नमस्ते", "greeting", "hi"],
  ["आप कब खुलते हैं?", "hours", "hi"],
  ["क्लिनिक कहाँ है?", "address", "hi"],
  ["फ़ीस कितनी है?", "price", "hi"],
  ["मुझे अपॉइंटमेंट चाहिए", "book", "hi"],
  ["मुझे डॉक्टर को दिखाना है", "book", "hi"],
  ["अपॉइंटमेंट रद्द कर दीजिए", "cancel", "hi"],
  ["अपॉइंटमेंट का समय बदल दीजिए", "move", "hi"],
  ["किसी से बात करनी है", "human", "hi"],
  ["एक संदेश छोड़ना है", "message", "hi"],
  ["माफ़ कीजिए, गलत नंबर लग गया", "wrong_number", "hi"],
  ["धन्यवाद", "thanks", "hi"],
  ["सीने में दर्द हो रहा है", "emergency", "hi"],
  ["kal appointment chahiye", "book", "hi"],
  ["aap kitne baje tak khule hain", "hours", "hi"],
  ["clinic kahan hai", "address", "hi"],
  ["kitne paise lagenge", "price"],
  ["mera appointment cancel kar dijiye", "cancel", "hi"],
  ["manager se baat karwa dijiye", "human", "hi"],
  ["mujhe wapas call kijiye", "message", "hi"],
  ["galat number lag gaya", "wrong_number"],
  ["bahut gussa aa raha hai", "complaint"],
  ["Hola, buenos días", "greeting", "es"],
  ["¿A qué hora abren mañana?", "hours", "es"],
  ["¿Están abiertos los sábados?", "hours", "es"],
  ["¿Dónde están ubicados?", "address", "es"],
  ["¿Cuánto cuesta una limpieza?", "price", "es"],
  ["Quiero pedir una cita", "book", "es"],
  ["¿Tienen algo disponible el lunes?", "book", "es"],
  ["Necesito cambiar mi cita", "move", "es"],
  ["Quiero cancelar mi cita", "cancel", "es"],
  ["¿Puedo hablar con una persona?", "human", "es"],
  ["Quisiera dejar un recado", "message", "es"],
  ["Perdón, número equivocado", "wrong_number"],
  ["Esto es inaceptable", "complaint", "es"],
  ["No puede respirar", "emergency"],
  ["¿Es usted un robot?", "robot"],
  ["Muchas gracias, adiós", "goodbye"],
];

describe("what people want", () => {
  it.each(table)("%s", (said, wanted, language) => {
    const words = plainWords(said);
    expect(readIntents(words)).toContain(wanted);
    if (language) expect(guessLanguage(words)).toBe(language);
  });

  const innocent: [said: string, not: Intent][] = [
    ["my name is Mark and I have a question", "human"],
    ["we must stop this leak", "emergency"],
    ["do you do emergencies?", "emergency"],
    ["the email is fine", "profanity"],
    ["is the class open to children", "complaint"],
    ["I booked last week and it was great", "cancel"],
    ["one cleaning please", "greeting"],
    ["quiero una cita", "cancel"],
  ];
  it.each(innocent)("%s is not %s", (said, not) => {
    expect(readIntents(plainWords(said))).not.toContain(not);
  });
});
