/** A sum in the currency's smallest unit (cents, paise, yen), always a whole number. */
export type Money = { minor: number; currency: string };

/** A price per thing can be a fraction of a cent: millionths of the currency's main unit, a whole number. */
export type MicroPrice = { micros: number; currency: string };

const exponents = new Map<string, number>();

/** How many decimals a currency has (USD 2, JPY 0, KWD 3). */
export function currencyExponent(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const exponent = digits.maximumFractionDigits ?? 2;
  exponents.set(currency, exponent);
  return exponent;
}

/** Reads a carrier's decimal price ("-0.00750") exactly; more than six decimals round half up. `null` when it is not a number. */
export function readMicros(decimal: string): number | null {
  const match = /^([+-]?)(\d{1,9})(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) return null;
  const fraction = (match[3] ?? "").padEnd(7, "0");
  const micros =
    Number(match[2]) * 1_000_000 + Number(fraction.slice(0, 6)) + (Number(fraction[6]) >= 5 ? 1 : 0);
  return match[1] === "-" && micros !== 0 ? -micros : micros;
}

/** Rounds a price to the smallest unit, away from zero at the half, for a sum that is shown or billed. */
export function toMoney(price: MicroPrice): Money {
  const microsPerMinor = 10 ** (6 - currencyExponent(price.currency));
  const minor = Math.round(Math.abs(price.micros) / microsPerMinor) * Math.sign(price.micros);
  return { minor: minor === 0 ? 0 : minor, currency: price.currency };
}

/** A sum in main units as programs write it: "12.50", "1200" for a currency without decimals. */
export function majorUnits({ minor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  return (minor / 10 ** exponent).toFixed(exponent);
}

/** Writes a sum for people: `$12.50`, `₹1,200.00`. */
export function formatMoney(money: Money, locale = "en-US"): string {
  const amount = money.minor / 10 ** currencyExponent(money.currency);
  return new Intl.NumberFormat(locale, { style: "currency", currency: money.currency }).format(amount);
}

/** Writes a price of fractions of a cent for people, with up to four decimals: `$0.0079`. */
export function formatMicros(price: MicroPrice, locale = "en-US"): string {
  const format = { style: "currency", currency: price.currency, maximumFractionDigits: 4 } as const;
  return new Intl.NumberFormat(locale, format).format(price.micros / 1_000_000);
}
