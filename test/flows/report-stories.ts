import { expect } from "vitest";

import { asks } from "#store/schema/loop.ts";
import { payment } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

export const reportStories: readonly Story[] = [
  {
    name: "the weekly report is asked for by whoever may see it, drawn with its charts",
    begins: "live",
    async run(flow) {
      flow.ledger.payments.push(payment("P1", "C1", "2026-11-26", "3000.00", "F1"));
      flow.setClock("2026-11-30", 7);
      await flow.imports();
      flow.setClock("2026-11-30", 9);

      const company = await flow.nadia.says("/cash");
      expect(company).toContain("Le point de la semaine 48, toute l'entreprise");
      expect(company).toContain("3 000 € encaissés (semaine 47 : 0 €)");
      expect(company).toContain("En retard : 9 400 €");
      expect(company).toContain("Pas en retard : 4 200 €");
      expect(await flow.paul.says("cash équipe")).toContain("Le point de la semaine 48, votre équipe");
      expect(await flow.claire.says("/cash")).toContain("Le point de la semaine 48, vos clients");
      expect(await flow.claire.says("/cash tout")).toContain("pas dans votre périmètre");
      expect(await flow.karim.says("/cash commercial claire")).toContain("pas dans votre périmètre");
      expect(flow.chat.refusals()).toEqual([]);
    },
  },
  {
    name: "a goal is set in one line, shows in the report, is changed, and is nobody else's to set",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-30", 9);
      expect(await flow.paul.says("/cash équipe")).not.toContain("visés");
      expect(await flow.paul.says("/cash objectif 75 000 € semaine équipe")).toContain(
        "C'est noté : 75 000 € à encaisser par semaine pour votre équipe",
      );
      expect(await flow.paul.says("/cash équipe")).toContain("0 € encaissés pour 75 000 € visés");
      expect(await flow.paul.says("cash objectif 80000 semaine équipe")).toContain("80 000 €");
      expect(await flow.paul.says("/cash objectif équipe")).toMatch(/Par semaine[^]*80 000 €/);
      expect(await flow.paul.says("/cash objectif 80000 tout")).toContain("pas dans votre périmètre");
      expect(await flow.claire.says("/cash objectif 10")).toContain("pas dans votre périmètre");
      expect(await flow.nadia.says("/cash objectif beaucoup")).not.toContain("C'est noté");
    },
  },
  {
    name: "the decisions of the report are taken from it, each by whom it concerns",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      // Two months ahead is more than a rep promises alone: finance is asked.
      await flow.claire.says("/promesse garnier 15/01/2027 12400");
      flow.setClock("2026-11-30", 9);
      await flow.nadia.says("/cash tout");
      const report = await flow.nadia.sees("Le point de la semaine 48");
      expect(report.controls).toContain("Décisions (1)");

      await flow.nadia.taps(report, "Décisions (1)");
      const list = await flow.nadia.sees("1 décision attend votre avis", "Garnier : une promesse à valider");
      await flow.nadia.taps(list, "Répondre…", "D'accord");
      await flow.nadia.sees("Accord donné pour Garnier");
      const approvals = (await flow.db.select().from(asks)).filter(({ kind }) => kind === "approve-promise");
      expect(approvals).toMatchObject([{ outcome: "approved" }]);
      expect(await flow.nadia.says("/cash tout")).not.toContain("Décisions");
    },
  },
];
