import { expect } from "vitest";

import type { Story } from "./story.ts";

export const controlStories: readonly Story[] = [
  {
    name: "finance looks at a day before it comes: who receives what, who does not, and why",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-27");
      expect(await flow.claire.says("/apercu")).toContain("pas dans votre périmètre");
      expect(await flow.nadia.says("/apercu vendredi 30 octobre")).toContain("Aperçu du vendredi 30 octobre");
      const day = await flow.nadia.sees("Aperçu du vendredi 30 octobre", "1 rappel part, pour 12 400 €");
      expect(day.text).toMatch(/Garnier : premier rappel, 12 400 € sur 2 factures/);
      expect(day.text).toMatch(/Parce que : F1 \(5 jours de retard\) et F2 \(5 jours de retard\)/);
      expect(await flow.nadia.says("/apercu hier")).toContain("déjà passé");

      await flow.claire.says("/promesse garnier vendredi 4200");
      expect(await flow.nadia.says("/apercu 30 octobre")).toContain("Paiement promis : 1 facture chez 1 client");
      await flow.nadia.taps(await flow.nadia.sees("Paiement promis : 1 facture"), "Voir");
      await flow.nadia.sees("Paiement promis", "Garnier", "jusqu'au");
    },
  },
];
