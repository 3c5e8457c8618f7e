import { expect } from "vitest";

import type { Story } from "./story.ts";

export const clockStories: readonly Story[] = [
  {
    name: "a call waits: a word to Claire, then Paul is asked for a hand and gives it to Karim",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await flow.morning("2026-11-25");
      expect(flow.claire.counts("vous attend depuis")).toBe(0);
      await flow.morning("2026-11-26");
      await flow.claire.sees("L'appel à Garnier (12 400 €) vous attend depuis mardi.");

      await flow.morning("2026-11-27");
      await flow.claire.sees("Paul Henry est au courant et peut donner un coup de main. Si c'est déjà fait");
      const help = await flow.paul.sees("Un coup de main pour Garnier", "Claire a sans doute une semaine chargée");
      await flow.paul.taps(help, "Confier à…", "Karim Haddad");
      expect((await flow.paul.sees("Garnier : vous l'avez confié à Karim Haddad.")).id).toBe(help.id);
      await flow.karim.sees("Un coup de fil à Garnier");
      expect(flow.claire.counts("vous attend depuis")).toBe(0);
    },
  },
  {
    name: "nobody calls: finance has it after five working days, and the others read so",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await flow.morning("2026-11-27");
      await flow.paul.taps(await flow.paul.sees("Un coup de main pour Garnier"), "Rendre à la comptabilité");
      await flow.paul.sees("Garnier : vous l'avez rendu à la comptabilité.");
      await flow.nadia.sees("Un coup de fil à Garnier", "Rendu à la comptabilité par Paul Henry.");
      await flow.claire.sees("Un coup de fil à Garnier", "La comptabilité s'en occupe maintenant.");
    },
  },
  {
    name: "the manager takes the call over",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await flow.morning("2026-11-27");
      await flow.paul.taps(await flow.paul.sees("Un coup de main pour Garnier"), "Je m'en charge");
      await flow.paul.taps(await flow.paul.sees("Garnier est dans vos appels"), "Voir");
      await flow.paul.sees("Un coup de fil à Garnier", "Sonia Perrin");
    },
  },
  {
    name: "Claire is absent and Karim stands in: the call and the morning are his, until she is back",
    begins: "reminded",
    async run(flow) {
      flow.setClock("2026-11-20", 10);
      expect(await flow.claire.says("/absence 23-25 novembre karim")).toContain("Karim Haddad a vos appels");
      await flow.karim.sees("Le relais de Claire Morel est pour vous");

      await flow.untilTheCall();
      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(0);
      await flow.karim.sees("Vous avez aussi les clients de Claire Morel, jusqu'au mercredi 25 novembre.");
      const card = await flow.karim.sees("Un coup de fil à Garnier");
      await flow.karim.taps(card, "Paiement promis le…", "Vendredi 27 novembre");

      await flow.morning("2026-11-26");
      await flow.claire.sees("Pendant votre absence, avec l'aide de Karim Haddad", "un paiement promis");
      await flow.karim.sees("Bon retour à Claire Morel");
      expect(await flow.karim.says("/encours garnier")).not.toContain("12 400 €");
    },
  },
  {
    name: "an absence that cannot be is refused in one sentence, and one that was noted can be ended",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-20", 10);
      expect(await flow.claire.says("/absence quand il pleut")).toContain("n'a pas été compris");
      expect(await flow.claire.says("/absence 2-6 novembre")).toContain("est déjà passé");
      expect(await flow.claire.says("/absence 23-25 novembre claire")).toContain("quelqu'un d'autre que vous");
      expect(await flow.claire.says("/absence fin")).toContain("Aucune absence n'est notée");

      await flow.karim.says("/absence 24 novembre");
      expect(await flow.claire.says("/absence 23-25 novembre karim")).toContain(
        "déjà une absence notée pour Karim Haddad",
      );
      expect(await flow.claire.says("/absence from 23 to 25 november")).toContain("Personne ne prend le relais");
      expect(await flow.claire.says("/absence")).toContain("Absence du lundi 23 novembre au mercredi 25 novembre");
      await flow.claire.says("/absence fin");
      await flow.claire.sees("L'absence est terminée");
    },
  },
  {
    name: "nothing reaches anybody in the evening or on a weekend: it waits for the morning",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await flow.claire.taps(await flow.claire.sees("Un coup de fil à Garnier"), "Il y a un litige");
      await flow.claire.fills({ category: "Prix", invoices: ["F1"], amount: "600" });
      await flow.at("2026-11-24", 21);
      expect(flow.luc.counts("Garnier conteste 600 €")).toBe(0);
      await flow.at("2026-11-25", 8, 31);
      await flow.luc.sees("Garnier conteste 600 €");
    },
  },
];
