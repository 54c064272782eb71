import { currencyExponent, formatMoney } from "@/lib/kernel/money";
import { type Language, languageOf } from "./languages";

const spokenNames: Record<string, Record<Language, string>> = {
  USD: { en: "dollars", hi: "डॉलर", es: "dólares" },
  INR: { en: "rupees", hi: "रुपये", es: "rupias" },
  EUR: { en: "euros", hi: "यूरो", es: "euros" },
  GBP: { en: "pounds", hi: "पाउंड", es: "libras" },
  MXN: { en: "pesos", hi: "पेसो", es: "pesos" },
};

/**
 * A price as people say it: "120 dollars", "500 रुपये"; with cents, or in another currency, as it is written. A word
 * that is no currency is said after the number, because a caller on the line needs an answer.
 */
export function sayMoney(minor: number, currency: string, language: Language): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${minor / 100} ${currency}`.trim();
  const whole = minor / 10 ** currencyExponent(currency);
  const name = spokenNames[currency]?.[language];
  if (name && Number.isInteger(whole)) return `${new Intl.NumberFormat("en-US").format(whole)} ${name}`;
  return formatMoney({ minor, currency }, { en: "en-US", hi: "hi-IN", es: "es-ES" }[languageOf(language)]);
}
