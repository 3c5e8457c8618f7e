import { isCurrency, type Currency } from "#domain/money.ts";

/** Words as they are compared: without accents, case or doubled spaces. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

const SIGNS: Readonly<Record<string, Currency>> = { "€": "EUR", $: "USD", "£": "GBP" };

/** The currency an amount names: "500 USD", "$500"; null when it names none. */
export function namedCurrency(typed: string): Currency | null {
  const [sign = ""] = /[€$£]|\b[A-Z]{3}\b/.exec(typed) ?? [];
  const code = SIGNS[sign] ?? sign;
  return isCurrency(code) ? code : null;
}
