import { expect } from "vitest";

import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

const REGISTERED = "1A 234 567 8901 2";

export const letterStories: readonly Story[] = [
  {
    name: "a formal notice is read, approved by a name, posted and received; the timeline opens it",
    begins: "reminded",
    async run(flow) {
      await untilTheNotice(flow);
      const card = await flow.nadia.sees(
        "Garnier : une mise en demeure à approuver",
        "de pénalités",
        "80 € d'indemnité",
      );
      await flow.nadia.taps(card, "Voir la lettre");
      await flow.nadia.sees("projet-mise-en-demeure-C1-2026-12-09.pdf");

      await flow.nadia.taps(await flow.nadia.sees("une mise en demeure à approuver"), "Approuver");
      const approved = await flow.nadia.sees("Approuvée par Nadia Benali", "À imprimer et à poster");
      await flow.nadia.taps(approved, "Noter l'envoi");
      expect(Object.keys(await flow.nadia.fills({ number: REGISTERED, day: "2026-12-20" }))).toEqual(["day"]);
      expect(await flow.nadia.fills({ number: REGISTERED, day: "2026-12-09" })).toEqual({});
      const posted = await flow.nadia.sees("Postée le mercredi 9 décembre", REGISTERED);

      flow.setClock("2026-12-14", 10);
      await flow.nadia.taps(posted, "Noter la réception");
      expect(await flow.nadia.fills({ day: "2026-12-11" })).toEqual({});
      await flow.nadia.sees("Reçue le vendredi 11 décembre");

      await flow.claire.says("/encours garnier");
      const customer = await flow.claire.sees("Garnier", "À recevoir");
      await flow.claire.taps(customer, "Autre…", "Historique");
      await flow.claire.sees("mise en demeure postée le 9 décembre, recommandé 1A 234 567 8901 2");
    },
  },
  {
    name: "without the customer's SIREN no letter can leave, and the card says which column is missing",
    begins: "reminded",
    async run(flow) {
      await untilTheNotice(flow, { siren: "" });
      const card = await flow.nadia.sees("Garnier : une mise en demeure à approuver", "Le SIREN du client manque");
      await flow.nadia.taps(card, "Refuser");
      expect(await flow.nadia.fills({ reason: "Un échéancier se prépare." })).toEqual({});
      await flow.nadia.sees("pas de mise en demeure, décision de Nadia Benali", "Un échéancier se prépare.");
    },
  },
  {
    name: "at the end of the road finance decides, whoever sees to it is told, and the case file is one click away",
    begins: "reminded",
    async run(flow) {
      await untilTheNotice(flow);
      await flow.nadia.taps(await flow.nadia.sees("une mise en demeure à approuver"), "Approuver");
      await flow.nadia.taps(await flow.nadia.sees("Approuvée par Nadia Benali"), "Noter l'envoi");
      await flow.nadia.fills({ number: REGISTERED, day: "2026-12-09" });
      await flow.morning("2026-12-24");
      const decision = await flow.nadia.sees("Garnier : la suite à décider", "Mise en demeure postée");
      await flow.nadia.taps(decision, "Le dossier");
      await flow.nadia.sees("Le dossier Garnier");
      await flow.nadia.taps(decision, "Décider la suite");
      expect(await flow.nadia.fills({ ending: "Confier à un tiers", comment: "Trois mois sans réponse." })).toEqual({});
      await flow.at("2026-12-24", 9, 20);
      await flow.nadia.sees("Garnier : confier à un tiers, à mettre en route", "Trois mois sans réponse.");

      const toGarnier = () => flow.mails().filter(({ to }) => to.includes("sonia@garnier.example")).length;
      const before = toGarnier();
      await flow.morning("2027-01-11");
      expect(toGarnier()).toBe(before);
    },
  },
];

/** Garnier answers nothing until the formal notice is due; who writes and who owes can be named before the law. */
async function untilTheNotice(flow: Flow, debtor: Readonly<Record<string, string>> = {}): Promise<void> {
  const [seller = {}] = flow.ledger.sellers;
  flow.ledger.sellers[0] = {
    ...seller,
    siren: "732829320",
    legal_name: "Exemple SA",
    address: "12 rue de l'Échauguette",
    postal_code: "69003",
    city: "Lyon",
  };
  const [garnier = {}] = flow.ledger.customers;
  flow.ledger.customers[0] = {
    ...garnier,
    siren: "552100554",
    legal_name: "Garnier SARL",
    address: "4 allée des Tilleuls",
    city: "Nantes",
    ...debtor,
  };
  await flow.untilTheCall();
  await flow.morning("2026-12-02");
  await flow.morning("2026-12-09");
}
