import type { Language } from "@/lib/language";
import type { Claim } from "./claims";

/** What is said in place of a claim with nothing behind it. */
export const corrections: Readonly<Record<Language, Readonly<Record<Claim, string>>>> = {
  en: {
    booked: "That isn't booked yet. Shall I go ahead and book it?",
    moved: "That isn't moved yet. Shall I go ahead?",
    cancelled: "That isn't cancelled yet. Shall I go ahead?",
    message: "I haven't written that down yet. What should I pass on?",
    texted: "I haven't sent a text. Can I help you another way?",
    transferred: "I can't put you through right now. Can I take a message?",
  },
  hi: {
    booked: "यह अभी बुक नहीं हुआ है। क्या मैं बुक कर दूँ?",
    moved: "समय अभी बदला नहीं है। क्या मैं बदल दूँ?",
    cancelled: "यह अभी रद्द नहीं हुआ है। क्या मैं रद्द कर दूँ?",
    message: "मैंने अभी संदेश नहीं लिखा है। क्या लिखूँ?",
    texted: "मैंने मैसेज नहीं भेजा है। क्या मैं और कुछ मदद करूँ?",
    transferred: "अभी मैं कॉल आगे नहीं जोड़ पा रही हूँ। क्या मैं संदेश लिख लूँ?",
  },
  es: {
    booked: "Todavía no está reservado. ¿Lo reservo?",
    moved: "Todavía no está cambiado. ¿Lo cambio?",
    cancelled: "Todavía no está cancelado. ¿Lo cancelo?",
    message: "Todavía no lo he apuntado. ¿Qué mensaje dejo?",
    texted: "No he enviado ningún mensaje. ¿Le ayudo de otra forma?",
    transferred: "Ahora no puedo pasarle. ¿Tomo un recado?",
  },
};

/** What is said in place of a number or address that belongs to somebody else. */
export const withheld: Readonly<Record<Language, string>> = {
  en: "something I can't share",
  hi: "जो मैं नहीं बता सकती",
  es: "algo que no puedo compartir",
};
