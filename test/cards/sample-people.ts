import type { Money } from "#domain/money.ts";

/** The Tuesday of the examples, and the people in them. */
export const today = "2026-11-24" as const;
export const euro = (units: number): Money => ({ minor: BigInt(Math.round(units * 100)), currency: "EUR" });
export const asOf = { now: new Date("2026-11-24T06:10:00Z"), timeZone: "Europe/Paris", today };
export const garnier = { code: "C0012", name: "Garnier" };
export const claire = { you: true, name: "Claire" };
export const sonia = {
  name: "Sonia Perrin",
  role: "billing",
  phone: "01 99 00 12 34",
  email: "sonia@garnier.example",
} as const;
