import { expect, test } from "vitest";

import { readCommand } from "#chat/commands.ts";

const goal = (amountText: string | null, period: "week" | "month", scope = "") => ({
  is: "cash-goal",
  amountText,
  period,
  scope,
});

test.each([
  ["", { is: "cash-report", scope: "" }],
  ["équipe", { is: "cash-report", scope: "équipe" }],
  ["société FR01", { is: "cash-report", scope: "société FR01" }],
  ["objectif", goal(null, "month")],
  ["objectifs équipe", goal(null, "month", "équipe")],
  ["objectif 300000", goal("300000", "month")],
  ["objectif 300 000 € semaine", goal("300 000 €", "week")],
  ["Objectif 300k par mois tout", goal("300k", "month", "tout")],
  ["goal €75,000 a week team Paul Roy", goal("€75,000", "week", "team Paul Roy")],
  ["goal 75000 USD week", goal("75000 USD", "week")],
  ["objectif 0 équipe semaine", goal("0", "week", "équipe")],
  ["objectif 300000 société MOISSON", goal("300000", "month", "société MOISSON")],
  ["abonner équipe", { is: "cash-subscribe", scope: "équipe" }],
  ["abonnements", { is: "cash-subscriptions" }],
  ["arrêter", { is: "cash-unsubscribe" }],
  ["export tout", { is: "cash-export", scope: "tout" }],
  ["preuve", { is: "cash-proof", scope: "" }],
])("/cash %s", (typed, cash) => {
  expect(readCommand("cash", typed, "2026-11-24")).toEqual({ is: "cash", cash });
});
