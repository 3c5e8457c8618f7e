import { expect } from "vitest";

import type { Story } from "./story.ts";

export const figureStories: readonly Story[] = [
  {
    name: "how long the money takes: in plain words, of one's own customers, with the period of the figures",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      const said = await flow.claire.says("/dso");
      expect(said).toMatch(/Délai d'encaissement, vos clients[^]*jours de ventes restent à encaisser/);
      expect(said).toContain("du 27 août 2026 au 24 novembre 2026");
    },
  },
  {
    name: "the aged balance, as words without a slash too",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      const own = /Balance âgée, vos clients[^]*1 à 30 jours[^]*12 400 €/;
      expect(await flow.claire.says("/balance")).toMatch(own);
      expect(await flow.claire.says("balance âgée moi")).toMatch(own);

      await flow.claire.taps(await flow.claire.sees("Balance âgée, vos clients"), "Délai d'encaissement");
      const card = await flow.claire.sees("Délai d'encaissement, vos clients");
      flow.setClock("2026-11-24", 11);
      await flow.claire.taps(card, "Actualiser");
      await flow.claire.sees("Délai d'encaissement, vos clients", "Situation à 11 h");
    },
  },
  {
    name: "figures of others are shown to those who answer for them, and to nobody else",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/dso tout")).toContain("n'est pas dans votre périmètre");
      expect(await flow.claire.says("/balance commercial Haddad")).toContain("n'est pas dans votre périmètre");
      expect(await flow.nadia.says("/dso tout")).toContain("Délai d'encaissement, toute l'entreprise");
      expect(await flow.nadia.says("/balance ouest-inconnu")).toContain("n'a pas été reconnu");
    },
  },
];
