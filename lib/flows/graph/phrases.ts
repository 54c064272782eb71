/** What a call says by itself, without the model, in each language we speak. */
export type PhraseName =
  | "didNotCatch"
  | "stillThere"
  | "howCanIHelp"
  | "tellMe"
  | "goodbyeSilence"
  | "goodbye"
  | "limit"
  | "oneMoment"
  | "stillWorking"
  | "transferring"
  | "notAvailable"
  | "leaveMessage"
  | "thanksMessage"
  | "recordingNotice"
  | "recordingQuestion"
  | "recordingOff"
  | "introduction"
  | "technical";

const english: Record<PhraseName, string> = {
  didNotCatch: "Sorry, I didn't catch that.",
  stillThere: "Are you still there?",
  howCanIHelp: "How can I help?",
  tellMe: "You can just tell me what you need.",
  goodbyeSilence: "I can't hear you, so I'll hang up now. Please call again any time. Goodbye.",
  goodbye: "Thank you for calling. Goodbye.",
  limit: "I have to end our call here. Please call again, or send us a text. Goodbye.",
  oneMoment: "One moment, please.",
  stillWorking: "Thank you for waiting, I'm still looking.",
  transferring: "I'm putting you through now.",
  notAvailable: "I'm sorry, nobody could take the call just now. Can I take a message, or help you myself?",
  leaveMessage: "Please leave a message after the tone, and we'll call you back.",
  thanksMessage: "Thank you, I've got your message. Goodbye.",
  recordingNotice: "This call is recorded.",
  recordingQuestion: "May we record this call to serve you better? Say yes or press 1, or say no or press 2.",
  recordingOff: "Alright, we won't record.",
  introduction:
    "Hello{person}, this is {receptionist}, the automatic assistant of {business}. I'm calling about {purpose}. Is there anything you would like to ask or tell us about it?",
  technical: "I'm sorry, something isn't working on our side. Please call again in a few minutes. Goodbye.",
};

const hindi: Record<PhraseName, string> = {
  didNotCatch: "माफ़ कीजिए, मैं समझ नहीं पाई।",
  stillThere: "क्या आप सुन रहे हैं?",
  howCanIHelp: "मैं आपकी क्या मदद कर सकती हूँ?",
  tellMe: "बताइए, मैं आपकी क्या मदद करूँ?",
  goodbyeSilence: "आपकी आवाज़ नहीं आ रही है, इसलिए मैं कॉल समाप्त कर रही हूँ। कृपया दोबारा कॉल कीजिए। नमस्ते।",
  goodbye: "कॉल करने के लिए धन्यवाद। नमस्ते।",
  limit: "मुझे यह कॉल यहीं समाप्त करनी होगी। कृपया दोबारा कॉल कीजिए। नमस्ते।",
  oneMoment: "कृपया एक क्षण रुकिए।",
  stillWorking: "प्रतीक्षा के लिए धन्यवाद, मैं देख रही हूँ।",
  transferring: "मैं आपकी कॉल आगे जोड़ रही हूँ।",
  notAvailable: "माफ़ कीजिए, अभी कोई उपलब्ध नहीं है। क्या मैं आपका संदेश लिख लूँ?",
  leaveMessage: "कृपया टोन के बाद अपना संदेश छोड़िए, हम आपको वापस कॉल करेंगे।",
  thanksMessage: "धन्यवाद, आपका संदेश मिल गया। नमस्ते।",
  recordingNotice: "यह कॉल रिकॉर्ड की जा रही है।",
  recordingQuestion: "क्या हम यह कॉल रिकॉर्ड कर सकते हैं? हाँ कहिए या 1 दबाइए, या नहीं कहिए या 2 दबाइए।",
  recordingOff: "ठीक है, हम रिकॉर्ड नहीं करेंगे।",
  introduction:
    "नमस्ते{person}, मैं {business} की स्वचालित सहायक {receptionist} बोल रही हूँ। मैं इस बारे में कॉल कर रही हूँ: {purpose}। क्या आप इसके बारे में कुछ पूछना या बताना चाहेंगे?",
  technical: "माफ़ कीजिए, हमारी ओर कुछ समस्या है। कृपया कुछ मिनट बाद दोबारा कॉल कीजिए। नमस्ते।",
};

const spanish: Record<PhraseName, string> = {
  didNotCatch: "Perdón, no le he entendido.",
  stillThere: "¿Sigue ahí?",
  howCanIHelp: "¿En qué puedo ayudarle?",
  tellMe: "Dígame en qué puedo ayudarle.",
  goodbyeSilence: "No le oigo, así que voy a colgar. Llame de nuevo cuando quiera. Adiós.",
  goodbye: "Gracias por llamar. Adiós.",
  limit: "Tengo que terminar la llamada aquí. Llame de nuevo o mándenos un mensaje. Adiós.",
  oneMoment: "Un momento, por favor.",
  stillWorking: "Gracias por esperar, lo estoy mirando.",
  transferring: "Le paso ahora mismo.",
  notAvailable: "Lo siento, nadie puede atenderle ahora. ¿Tomo un recado o le ayudo yo?",
  leaveMessage: "Deje un mensaje después de la señal y le llamaremos.",
  thanksMessage: "Gracias, tengo su mensaje. Adiós.",
  recordingNotice: "Esta llamada se graba.",
  recordingQuestion: "¿Podemos grabar esta llamada? Diga sí o pulse 1, o diga no o pulse 2.",
  recordingOff: "De acuerdo, no grabaremos.",
  introduction:
    "Hola{person}, soy {receptionist}, la asistente automática de {business}. Le llamo por lo siguiente: {purpose}. ¿Quiere preguntarnos o decirnos algo?",
  technical: "Lo siento, algo no funciona por nuestra parte. Llame de nuevo en unos minutos. Adiós.",
};

const byLanguage: Record<string, Record<PhraseName, string>> = { en: english, hi: hindi, es: spanish };

/** A phrase in a language (BCP-47), in English where we have no words for it. */
export function phrase(name: PhraseName, language: string): string {
  const primary = language.split("-")[0]?.toLowerCase() ?? "en";
  return (byLanguage[primary] ?? english)[name];
}

/** After a silence: the question that is still open is asked again, else what anybody may be asked. */
export function askAgain(lead: "didNotCatch" | "stillThere", question: string, language: string): string {
  const open = question || phrase(lead === "didNotCatch" ? "howCanIHelp" : "tellMe", language);
  return `${phrase(lead, language)} ${open}`;
}

/** Whether a short answer means yes (true), no (false) or neither (null), in any of our languages. */
export function readYesNo(text: string): boolean | null {
  const words = text
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[\p{P}\p{S}]/gu, " ")
    .split(/\s+/);
  const has = (list: readonly string[]) => words.some((word) => list.includes(word));
  if (has(["no", "not", "nope", "don't", "dont", "nahi", "nahin", "नहीं", "मत", "ना"])) return false;
  return has([
    "yes",
    "yeah",
    "yep",
    "sure",
    "ok",
    "okay",
    "please",
    "sí",
    "si",
    "claro",
    "haan",
    "han",
    "ji",
    "हाँ",
    "हां",
    "जी",
    "ठीक",
  ])
    ? true
    : null;
}
