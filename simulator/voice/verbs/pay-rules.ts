export type PayField = "payment-card-number" | "expiration-date" | "security-code" | "postal-code";

const patterns: Record<PayField, { shape: RegExp; problem: string }> = {
  "payment-card-number": { shape: /^\d{13,19}$/, problem: "invalid-card-number" },
  "expiration-date": { shape: /^(0[1-9]|1[0-2])\d\d$/, problem: "invalid-date" },
  "security-code": { shape: /^\d{3,4}$/, problem: "invalid-security-code" },
  "postal-code": { shape: /^\d{4,10}$/, problem: "invalid-postal-code" },
};

/** Why an entry is not accepted, in Twilio's words; null when it is. */
export function fieldProblem(field: PayField, value: string): string | null {
  if (value === "") return "input-timeout";
  const { shape, problem } = patterns[field];
  if (!shape.test(value)) return problem;
  return field === "payment-card-number" && !hasCheckDigit(value) ? problem : null;
}

/** Luhn's check over a card number. */
function hasCheckDigit(value: string): boolean {
  const digits = [...value].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

export function cardType(card: string): string {
  if (card.startsWith("4")) return "visa";
  return card.startsWith("3") ? "amex" : "mastercard";
}

/** Only the last four digits ever leave the carrier. */
export function maskCard(card: string): string {
  return "x".repeat(Math.max(0, card.length - 4)) + card.slice(-4);
}
