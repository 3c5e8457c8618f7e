import { agedBalanceCard } from "#cards/aged-balance.ts";
import { dsoCard } from "#cards/dso.ts";
import { windowOf } from "#domain/dso.ts";
import type { Kpis } from "#domain/kpi.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";
import { asOf, today } from "./sample-people.ts";

const kpis: Kpis = {
  openInvoices: 42,
  outstanding: 84_300_00n,
  overdueInvoices: 11,
  overdue: 31_600_00n,
  notDue: 52_700_00n,
  disputed: 600_00n,
  promised: 6_000_00n,
  aged: { notDue: 52_700_00n, "1-30": 19_200_00n, "31-60": 12_400_00n, "61-90": 0n, "90+": 0n },
  chaseable: 25_000_00n,
  unallocated: -250_50n,
  dsoSimple: 52.33,
  dsoBestPossible: 32.71,
  averageDaysDelinquent: 19.62,
  dsoCountback: 48.5,
  countbackBeyondDays: null,
  cei: 91.25,
  overdueRate: 37.49,
  promiseKeptRate: { count: 75, amount: 81.2 },
  promisesJudged: 8,
  promisesRescheduled: 2,
  disputeDays: { median: 6.5, mean: 9 },
  disputesClosed: 4,
  collected: 131_450_00n,
  sales: 145_000_00n,
  window: windowOf(today),
};

const bare: Kpis = {
  ...kpis,
  openInvoices: 1,
  dsoSimple: null,
  dsoBestPossible: null,
  averageDaysDelinquent: null,
  dsoCountback: null,
  countbackBeyondDays: 420,
  cei: null,
  promiseKeptRate: { count: null, amount: null },
  disputeDays: { median: null, mean: null },
  collected: 0n,
  unallocated: 0n,
};

/** `/dso` and `/balance`: a team in two currencies, one of them without sales; a person with nothing. */
export function figureCards(words: Words): readonly NamedCard[] {
  const { scope } = words.cards.figures;
  const team = { scope: "team:12", scopeName: scope({ is: "my-team" }), portfolio: "team", asOf };
  const mine = { scope: "person:7", scopeName: scope({ is: "mine" }), portfolio: "mine", asOf, currencies: [] };
  const currencies = [
    { currency: "EUR", kpis, before: 53.4 },
    { currency: "USD", kpis: bare, before: null },
  ];
  return [
    ["dso", dsoCard({ ...team, currencies }, words)],
    ["dso of nobody", dsoCard(mine, words)],
    ["aged balance", agedBalanceCard({ ...team, currencies }, words)],
    ["aged balance of nobody", agedBalanceCard(mine, words)],
  ];
}
