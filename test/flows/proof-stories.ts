import { expect } from "vitest";

import { payment } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

const NOT_YOURS = "pas dans votre périmètre";

export const proofStories: readonly Story[] = [
  {
    name: "the results of each rep are taken away by who may read them, and by nobody else",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/cash export")).toContain("L'export par commercial est prêt : vos clients");
      expect(await flow.claire.says("cash export commercial Karim Haddad")).toContain(NOT_YOURS);
      expect(await flow.paul.says("/cash export équipe mois dernier")).toContain(
        "votre équipe, du 1er octobre 2026 au 31 octobre 2026",
      );
      expect(await flow.nadia.says("cash export tout 2026-10")).toContain("toute l'entreprise, du 1er octobre 2026");
    },
  },
  {
    name: "what changed since go-live says how sure it is, to finance only",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/cash preuve")).toContain(NOT_YOURS);
      const told = await flow.nadia.says("/cash preuve");
      expect(told).toContain("Ce qui a changé depuis la mise en service");
      expect(told).toContain("Trop peu de cas ou de clients pour conclure.");
      expect(told).toContain("la saison");
    },
  },
  {
    name: "a word of thanks in the afternoon, once, for who wished so",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const settings = await flow.claire.says("/reglages");
      expect(settings).toContain("Un mot quand un paiement suit votre appel");
      await flow.claire.fills({ thanks: "Oui, dans la journée" });
      await flow.claire.taps(await flow.claire.sees("Un coup de fil à Garnier"), "Pas de réponse");
      flow.ledger.payments.push(payment("V1", "C1", "2026-11-24", "400.00", "F1"));
      flow.setClock("2026-11-24", 11);
      await flow.imports();
      await flow.at("2026-11-24", 15, 50);
      expect(flow.claire.counts("Bonne nouvelle : Garnier a réglé 400 €")).toBe(0);

      await flow.at("2026-11-24", 16, 10);
      await flow.claire.sees("Bonne nouvelle : Garnier a réglé 400 €");
      await flow.at("2026-11-24", 17);
      await flow.morning("2026-11-25");
      await flow.at("2026-11-25", 16, 10);
      expect(flow.claire.counts("Bonne nouvelle : Garnier a réglé 400 €")).toBe(1);
      expect(flow.karim.counts("Bonne nouvelle")).toBe(0);
    },
  },
];
