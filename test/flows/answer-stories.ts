import { expect } from "vitest";

import { promises } from "#store/schema/loop.ts";
import { person } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

export const answerStories: readonly Story[] = [
  {
    name: "a dispute about a part stops that part only, its owner is told, and the rest is dunned",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.claire.taps(card, "Il y a un litige");
      const dispute = { category: "Prix", invoices: ["F1"], comment: "transport facturé en trop" };
      const wrong = await flow.claire.fills({ ...dispute, amount: "9999" });
      expect(Object.keys(wrong)).toEqual(["amount"]);
      expect(await flow.claire.fills({ ...dispute, amount: "600" })).toEqual({});
      const outcome = await flow.claire.sees("C'est noté, merci Claire : Garnier conteste 600 €");
      expect(outcome.id).toBe(card.id);

      await flow.at("2026-11-24", 9, 11);
      await flow.luc.sees("Garnier conteste 600 €", "transport facturé en trop");
      await flow.morning("2026-12-02");
      const mail = flow.mails().at(-1);
      expect(mail?.at.slice(0, 10)).toBe("2026-12-02");
      expect(mail?.text.replaceAll(/[\u00A0\u202F]/g, " ")).toContain("11 800");
    },
  },
  {
    name: "the answer to a dispute comes back to the rep",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await flow.claire.taps(await flow.claire.sees("Un coup de fil à Garnier"), "Il y a un litige");
      await flow.claire.fills({ category: "Prix", invoices: ["F1"], amount: "600" });
      await flow.at("2026-11-24", 9, 11);
      const dispute = await flow.luc.sees("Garnier conteste 600 €");
      expect(await flow.luc.says("/encours")).toContain("Garnier conteste 600 €, depuis aujourd'hui");
      await flow.luc.taps(dispute, "Le client a raison");
      await flow.at("2026-11-24", 9, 30);

      await flow.claire.sees("Garnier", "le client a raison pour 600 €", "Luc Petit");
    },
  },
  {
    name: "nobody answers: the card becomes that, and comes back on its day",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.claire.taps(card, "Pas de réponse");
      expect((await flow.claire.sees("pas de réponse chez Garnier")).id).toBe(card.id);
      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(0);

      await flow.morning("2026-11-25");
      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(0);
      await flow.morning("2026-11-27");
      await flow.claire.sees("Un coup de fil à Garnier");
    },
  },
  {
    name: "not my customer: the manager gives it to somebody else",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.claire.taps(card, "Autre…", "Pas mon client");
      await flow.at("2026-11-24", 9, 11);
      await flow.paul.taps(await flow.paul.sees("Qui suit Garnier ?"), "Confier à…", "Karim Haddad");
      await flow.at("2026-11-24", 9, 30);

      await flow.karim.sees("Un coup de fil à Garnier");
      expect(await flow.karim.says("/encours garnier")).toContain("12 400 €");
    },
  },
  {
    name: "two colleagues tap the same task: the first wins, the second learns who",
    begins: "reminded",
    async run(flow) {
      flow.ledger.people.push(person("nora", "Nora Blanc", "finance"));
      await flow.chat.join({ email: flow.nora.email, name: "Nora Blanc", locale: "fr" });
      await flow.untilTheCall();
      await flow.claire.taps(await flow.claire.sees("Un coup de fil à Garnier"), "Autre…", "Déjà payé");
      await flow.at("2026-11-24", 9, 11);
      const [hers, other] = [
        await flow.nadia.sees("Garnier indique avoir payé"),
        await flow.nora.sees("indique avoir payé"),
      ];
      await flow.chat.tap(flow.nadia.email, hers.id, ["C'est vérifié"]);
      await flow.nadia.sees("c'est fait. Merci");
      await flow.nora.taps(other, "C'est vérifié");

      await flow.nora.sees("déjà fait par Nadia Benali");
      await flow.nora.sees("c'est fait, par Nadia Benali");
    },
  },
  {
    name: "a card in the wrong hands changes nothing and tells nothing",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      for (const path of [["Paiement promis le…", "Vendredi 27 novembre"], ["Pas de réponse"], ["Il y a un litige"]]) {
        const told = await flow.chat.tapStolen(flow.karim.email, flow.claire.email, card.id, path);
        expect(told).toContain("pas dans votre périmètre");
        expect(told).not.toMatch(/€|Garnier|Sonia|F1/);
      }

      expect(await flow.claire.sees("Un coup de fil à Garnier")).toEqual(card);
      expect(await flow.db.select().from(promises)).toEqual([]);
    },
  },
  {
    name: "the manager asks for a call by hand, with the reason",
    begins: "reminded",
    async run(flow) {
      flow.setClock("2026-11-09", 9, 10);
      await flow.paul.says("/encours garnier");
      await flow.paul.taps(await flow.paul.sees("Garnier", "À recevoir"), "Autre…", "Proposer un appel");
      expect(await flow.paul.fills({ why: "grosse commande en attente" })).toEqual({});
      await flow.at("2026-11-09", 9, 15);

      await flow.claire.sees("Un coup de fil à Garnier", "Paul Henry", "grosse commande en attente");
    },
  },
];
