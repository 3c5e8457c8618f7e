import { proofCard } from "#cards/proof.ts";
import { repsExportCard } from "#cards/reps-export.ts";
import { thanksCard } from "#cards/thanks.ts";
import type { Proof } from "#domain/proof.ts";
import { exportWordsFor } from "#i18n/exports/words.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, euro } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const proofs: readonly Proof[] = [
  {
    figure: "cash-at-30",
    currency: "EUR",
    before: { cases: 1_240, customers: 96, value: 71.2 },
    after: { cases: 884, customers: 91, value: 78.5 },
    difference: 7.3,
    interval: [2.1, 12.4],
    verdict: "proven-better",
  },
  {
    figure: "days-late",
    currency: null,
    before: { cases: 1_240, customers: 96, value: 12 },
    after: { cases: 884, customers: 91, value: 9 },
    difference: -3,
    interval: [-7, 1],
    verdict: "not-proven",
  },
  {
    figure: "dispute-days",
    currency: null,
    before: { cases: 9, customers: 6, value: 31 },
    after: { cases: 12, customers: 8, value: 18.5 },
    difference: -12.5,
    interval: null,
    verdict: "too-few",
  },
  {
    figure: "days-to-outcome",
    currency: null,
    before: { cases: 0, customers: 0, value: null },
    after: { cases: 64, customers: 40, value: 2 },
    difference: null,
    interval: [1, 3],
    verdict: "no-before",
  },
];

/** What changed since go-live, the export's link, and a word of thanks. */
export function proofCards(words: Words): readonly NamedCard[] {
  const seller = {
    name: "Atelier Vasseur",
    wentLiveOn: "2026-03-02",
    comparedFrom: "2025-01-31",
    knownUntil: "2026-11-23",
    historyKnown: true,
    proofs,
  } as const;
  const later = {
    name: "Vasseur Nord",
    wentLiveOn: "2026-09-01",
    historyKnown: false,
    proofs: proofs.slice(2),
  } as const;
  const exports = exportWordsFor(words.locale);
  const text = exports.ready(words.cards.figures.scope({ is: "my-team" }), "2026-10-01", "2026-11-24");
  return [
    ["proof", proofCard([seller, { ...seller, ...later }], 1, asOf, words)],
    ["proof before go-live", proofCard([], 0, asOf, words)],
    ["export link", repsExportCard({ text, href: "https://relais.example.com/links/abc" }, exports)],
    ["thanks", thanksCard([{ name: "Sodial", paid: [euro(8150)], daysAfterCall: 6 }], asOf, words)],
  ];
}
