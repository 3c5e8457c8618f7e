import { expect } from "vitest";

import { invoice, payment } from "../support/flow-ledger.ts";
import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

export const forecastStories: readonly Story[] = [
  {
    name: "what is expected week by week, its invoices with their method, and what the last forecast got wrong",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-12-08", 10);
      await flow.claire.says("/promesse garnier 2026-12-11 12400");
      const read = await flow.claire.says("/previsionnel");
      expect(read).toMatch(/Prévisionnel.*vos clients/);
      expect(read).toMatch(/Semaine 50, en cours.*12 400 €, dont 12 400 € promis \(2 factures\)/);

      const week = "Semaine 50, en cours, jusqu'au 13 décembre";
      await flow.claire.taps(await flow.claire.sees("Semaine 50, en cours"), "Voir le détail…", week);
      await flow.claire.sees("F1", "8 200 €", "promis par le client pour ce jour-là");

      flow.ledger.payments.push(payment("P1", "C1", "2026-12-11", "8200.00", "F1"));
      flow.setClock("2026-12-14", 7);
      await flow.imports();
      expect(await flow.claire.says("previsionnel moi")).toMatch(/Semaine 50.*8 200 € reçus/);
      expect(await flow.claire.says("/previsionnel tout")).toContain("pas dans votre périmètre");
      expect(await flow.nadia.says("/forecast all")).toMatch(/toute l'entreprise[^]*4 200 €/);
    },
  },
  {
    name: "why this score: a button on the customer's card, with every ingredient and what it counts",
    begins: "live",
    async run(flow) {
      await paidLate(flow);
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(await flow.claire.sees("Garnier", "En deux mots"), "Pourquoi ce score ?");
      await flow.claire.sees(
        "Pourquoi ce score",
        "Retard moyen",
        "paie en moyenne avec 12 jours de retard",
        "Promesses",
      );
    },
  },
  {
    name: "what is kept about oneself, and all of it as a file or behind a link",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/mes-donnees")).toMatch(/Ce que Relais garde sur vous[^]*Paul Henry/);
      await flow.claire.taps(await flow.claire.sees("Ce que Relais garde sur vous"), "Mes données (JSON)");
      await flow.claire.sees("Voici tout ce que Relais garde sur vous");
    },
  },
  {
    name: "one word of the trade, the whole help, and what a delay costs on one's own customers",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      const word = await flow.claire.says("/aide balance âgée");
      expect(word).toContain("31 à 60");
      expect(word).not.toContain("Avoir");
      expect(await flow.claire.says("/aide")).toMatch(/Prévisionnel[^]*CEI|CEI[^]*Prévisionnel/);
      await flow.claire.taps(await flow.claire.sees("Les mots du métier", "CEI"), "Ce que coûte un retard");
      await flow.claire.sees("12 400 € en retard aujourd'hui", "par mois d'attente", "la faute de personne");
    },
  },
];

/** Three invoices that Garnier paid twelve days late each. */
async function paidLate(flow: Flow): Promise<void> {
  const due = { S1: ["2026-09-28", "2026-10-10"], S2: ["2026-10-01", "2026-10-13"], S3: ["2026-10-05", "2026-10-17"] };
  for (const [number, [on = "", paid = ""]] of Object.entries(due)) {
    flow.ledger.invoices.push(invoice(number, "C1", on, "100.00"));
    flow.ledger.payments.push(payment(`P${number}`, "C1", paid, "100.00", number));
  }
  flow.setClock("2026-11-24", 10);
  await flow.imports();
}
