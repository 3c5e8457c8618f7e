import { expect } from "vitest";

import { promises } from "#store/schema/loop.ts";
import { contact, customer, invoice, person } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

export const readingStories: readonly Story[] = [
  {
    name: "the digest comes at the person's hour, in their language",
    begins: "live",
    async run(flow) {
      flow.ledger.people.push(person("emma", "Emma Clarke", "rep", { locale: "en" }));
      flow.ledger.customers.push(customer("C3", "Bridgewater", flow.emma.email, "en"));
      flow.ledger.contacts.push(contact("C3", "Jane Bridge", "jane@bridgewater.example"));
      flow.ledger.invoices.push(invoice("F4", "C3", "2026-11-16", "2500.00"));
      await flow.chat.join({ email: flow.emma.email, name: "Emma Clarke", locale: "en" });
      flow.setClock("2026-11-24", 7);
      await flow.imports();
      await flow.at("2026-11-24", 8, 25);
      expect(flow.claire.counts("point du mardi 24 novembre")).toBe(0);

      await flow.at("2026-11-24", 8, 30);
      await flow.claire.sees("Bonjour Claire, voici le point du mardi 24 novembre", "12 400 €");
      await flow.emma.sees("Emma", "Tuesday 24 November", "€2,500");
      expect(flow.karim.counts("point du mardi 24 novembre")).toBe(0);
    },
  },
  {
    name: "a digest that was missed comes until 14:00, and not later; never on a day off",
    begins: "reminded",
    async run(flow) {
      flow.setClock("2026-11-24", 7);
      await flow.imports();
      await flow.at("2026-11-24", 13, 45);
      await flow.claire.sees("le point du mardi 24 novembre");
      await flow.at("2026-11-25", 14, 5);
      await flow.at("2026-11-28", 9);

      expect(flow.claire.counts("point du mercredi 25 novembre")).toBe(0);
      expect(flow.claire.counts("point du samedi 28 novembre")).toBe(0);
    },
  },
  {
    name: "what is typed: the portfolio, a customer by the start of its name, help",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/encours")).toMatch(/Vos clients[^]*12 400 €[^]*Garnier/);
      expect(await flow.claire.says("/encours garn")).toMatch(/Garnier[^]*12 400 €/);
      expect(await flow.claire.says("encours garnier")).toMatch(/Garnier[^]*12 400 €/);
      expect(await flow.claire.says("/encours lemoine")).toContain("Aucun de vos clients ne ressemble à « lemoine »");
      expect(await flow.nadia.says("/encours lemoine")).toContain("4 200 €");
      expect(await flow.claire.says("/aide")).toContain("/promesse garnier vendredi 12400");
    },
  },
  {
    name: "a promise is one line typed, and an absurd one is refused in one sentence",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      const refused = async (words: string) => {
        const said = await flow.claire.says(words);
        expect(said).not.toContain("C'est noté");
        return said;
      };
      expect(await refused("/promesse garnier vendredi 99999")).toContain(
        "C'est plus que ce qui reste à régler : 12 400 €",
      );
      expect(await refused("/promesse garnier 24/11/2020 12400")).toContain("est déjà passé");
      expect(await refused("/promesse garnier 24/11/2027 12400")).toContain("C'est un peu loin");
      expect(await refused("/promesse garnier hier")).toContain("23 novembre 2026 est déjà passé");
      expect(await refused("/promesse garnier 31/02 500")).toContain("« 31/02 » n'a pas été compris comme une date");
      expect(await refused("/promesse")).toContain("promesse garnier vendredi 12400");
      expect(await refused("/litige")).toContain("le nom du client suffit");
      expect(await refused("/promesse garnier vendredi -5")).not.toBe("");
      expect(await refused("/promesse personne vendredi 12400")).toContain("Aucun de vos clients");
      expect(await flow.db.select().from(promises)).toEqual([]);

      const noted = await flow.claire.says("/promesse garnier vendredi 12400");
      expect(noted).toContain("C'est noté, merci Claire : Garnier règle 12 400 € le vendredi 27 novembre");
      expect(await flow.db.select().from(promises)).toMatchObject([{ amount: 1_240_000n, dueOn: "2026-11-27" }]);
    },
  },
  {
    name: "settings change the language of what comes next",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      await flow.claire.says("/reglages");
      await flow.claire.fills({ locale: "English" });

      expect(await flow.claire.says("/outstanding")).toContain("Your customers");
      expect(await flow.claire.says("/outstanding garnier")).toMatch(/€12,400/);
    },
  },
  {
    name: "guests, outsiders and whoever left are refused politely and learn nothing",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      const roles = "finance";
      const [guest, outsider, leaver] = [
        "guest@exemple.example",
        "other@exemple.example",
        "gone@exemple.example",
      ] as const;
      for (const email of [guest, outsider]) flow.ledger.people.push({ email, name: "Somebody", roles, locale: "fr" });
      flow.ledger.people.push({ email: leaver, name: "Gone", roles, locale: "fr", active: "false" });
      await flow.imports();
      await flow.chat.join({ email: guest, name: "Guest", locale: "fr", is: "guest" });
      await flow.chat.join({ email: outsider, name: "Other", locale: "fr", is: "outsider" });
      await flow.chat.join({ email: leaver, name: "Gone", locale: "fr" });
      await flow.chat.join({ email: "unknown@exemple.example", name: "Unknown", locale: "fr" });

      const polite = {
        [guest]: "ne montre rien aux comptes invités",
        [outsider]: "réservé aux personnes de l'entreprise",
        [leaver]: "ne vous connaît pas encore",
        "unknown@exemple.example": "ne vous connaît pas encore",
      };
      for (const [email, sentence] of Object.entries(polite)) {
        const colleague = flow.stranger(email);
        expect(await colleague.says("/encours")).toContain(sentence);
        expect(await colleague.says("/encours garnier")).toContain(sentence);
        await flow.at("2026-11-24", 10, 5);
        expect(colleague.reads()).not.toMatch(/€|Garnier/);
      }
    },
  },
];
