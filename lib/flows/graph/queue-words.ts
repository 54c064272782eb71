/** What a caller hears in a queue beside the business's own words. */
type QueueWords = {
  next: string;
  position: (position: number) => string;
  soon: string;
  minutes: (minutes: number) => string;
  press: { voicemail: (key: string) => string; receptionist: (key: string) => string };
  thanks: string;
  tooLong: string;
  nobody: string;
};

const english: QueueWords = {
  next: "You are next in line.",
  position: (position) => `You are number ${position} in line.`,
  soon: "It should take less than two minutes.",
  minutes: (minutes) => `It should take about ${minutes} minutes.`,
  press: {
    voicemail: (key) => `To leave a message, press ${key}.`,
    receptionist: (key) => `To talk to our assistant, press ${key}.`,
  },
  thanks: "Thank you for waiting.",
  tooLong: "I'm sorry, everybody is still busy.",
  nobody: "I'm sorry, nobody is there to take your call just now.",
};

const hindi: QueueWords = {
  next: "अब आपकी बारी है।",
  position: (position) => `आप क़तार में नंबर ${position} पर हैं।`,
  soon: "दो मिनट से कम लगेंगे।",
  minutes: (minutes) => `लगभग ${minutes} मिनट लगेंगे।`,
  press: {
    voicemail: (key) => `संदेश छोड़ने के लिए ${key} दबाइए।`,
    receptionist: (key) => `हमारे सहायक से बात करने के लिए ${key} दबाइए।`,
  },
  thanks: "प्रतीक्षा के लिए धन्यवाद।",
  tooLong: "माफ़ कीजिए, सभी अभी भी व्यस्त हैं।",
  nobody: "माफ़ कीजिए, अभी आपकी कॉल लेने के लिए कोई नहीं है।",
};

const spanish: QueueWords = {
  next: "Usted es el siguiente.",
  position: (position) => `Es el número ${position} en la fila.`,
  soon: "Será menos de dos minutos.",
  minutes: (minutes) => `Serán unos ${minutes} minutos.`,
  press: {
    voicemail: (key) => `Para dejar un mensaje, pulse ${key}.`,
    receptionist: (key) => `Para hablar con nuestro asistente, pulse ${key}.`,
  },
  thanks: "Gracias por esperar.",
  tooLong: "Lo siento, todos siguen ocupados.",
  nobody: "Lo siento, ahora no hay nadie que pueda atenderle.",
};

const byLanguage: Record<string, QueueWords> = { en: english, hi: hindi, es: spanish };

/** The words of a queue in a language (BCP-47), in English where we have none for it. */
export function queueWords(language: string): QueueWords {
  return byLanguage[language.split("-")[0]?.toLowerCase() ?? "en"] ?? english;
}
