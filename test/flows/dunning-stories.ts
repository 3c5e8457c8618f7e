import { expect } from "vitest";

import type { Story } from "./story.ts";

export const dunningStories: readonly Story[] = [
  {
    name: "before go-live nothing leaves, neither to customers nor to reps",
    begins: "installed",
    async run(flow) {
      await flow.morning("2026-11-09");
      await flow.morning("2026-11-24");
      expect(flow.mails()).toEqual([]);
      expect(flow.claire.reads()).toBe("");

      await flow.goLive();
      await flow.at("2026-11-24", 9, 10);
      expect(flow.mails()).toHaveLength(1);
    },
  },
  {
    name: "somebody at the customer answers: the rep and finance read it, and dunning waits until they have",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const [mail] = flow.mails();
      if (mail === undefined) throw new Error("No reminder left.");
      await flow.answers(mail, "human", "Bonjour,\nLe virement part bientôt.");
      const reply = await flow.claire.sees("Garnier a répondu", "Le virement part bientôt.");
      await flow.nadia.sees("Garnier a répondu", "Le virement part bientôt.");
      await flow.morning("2026-12-02");
      expect(flow.mails()).toHaveLength(1);

      await flow.claire.taps(reply, "On continue");
      await flow.claire.sees("lue");
      await flow.morning("2026-12-03");
      expect(flow.mails()).toHaveLength(2);
    },
  },
  {
    name: "an out-of-office answer stops nothing and disturbs nobody",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const [mail] = flow.mails();
      if (mail === undefined) throw new Error("No reminder left.");
      await flow.answers(mail, "out-of-office", "Je suis absente jusqu'au 7 décembre.");
      await flow.morning("2026-12-02");

      expect(flow.claire.counts("a répondu")).toBe(0);
      expect(flow.mails()).toHaveLength(2);
    },
  },
  {
    name: "a mail that comes back asks for another contact, who gets the next one",
    begins: "reminded",
    async run(flow) {
      const [mail] = flow.mails();
      if (mail === undefined) throw new Error("No reminder left.");
      flow.setClock("2026-11-10", 10);
      await flow.answers(mail, "bounce", "There is no such mailbox.");
      await flow.at("2026-11-10", 10, 5);
      await flow.claire.taps(await flow.claire.sees("À qui écrire chez Garnier ?", "Sonia Perrin"), "Nouveau contact");
      expect(Object.keys(await flow.claire.fills({ name: "Léa Roche", email: "pas une adresse" }))).toEqual(["email"]);
      expect(await flow.claire.fills({ name: "Léa Roche", email: "lea@garnier.example" })).toEqual({});
      await flow.morning("2026-11-17");

      expect(flow.mails().map(({ to }) => to)).toEqual([["sonia@garnier.example"], ["lea@garnier.example"]]);
    },
  },
  {
    name: "the digest announces a mail, and one button makes it wait",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      await flow.morning("2026-11-06");
      await flow.claire.taps(await flow.claire.sees("voici le point du vendredi 6 novembre", "Garnier"), "Attendre");
      expect(await flow.claire.fills({ reason: "Situation connue", until: "2026-11-13" })).toEqual({});
      await flow.morning("2026-11-13");
      expect(flow.mails()).toHaveLength(1);

      await flow.morning("2026-11-16");
      expect(flow.mails()).toHaveLength(2);
    },
  },
  {
    name: "a hold from the customer's card keeps the mail back, and finance can see why",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      flow.setClock("2026-11-06", 16);
      await flow.claire.says("/encours garnier");
      const card = await flow.claire.sees("Garnier", "À recevoir");
      await flow.claire.taps(card, "Autre…", "Attendre avant le prochain rappel");
      expect(Object.keys(await flow.claire.fills({ reason: "Situation connue", until: "2027-06-01" }))).toEqual([
        "until",
      ]);
      await flow.claire.fills({ reason: "Situation connue", until: "2026-11-13" });
      await flow.morning("2026-11-09");

      expect(flow.mails()).toHaveLength(1);
      expect(await flow.nadia.says("/encours garnier")).toContain("vendredi 13 novembre (Claire Morel)");
    },
  },
  {
    name: "a leaver's customer goes to the manager, and the leaver is told nothing more",
    begins: "reminded",
    async run(flow) {
      const [claire] = flow.ledger.people.filter(({ email }) => email === flow.claire.email);
      flow.ledger.people.splice(flow.ledger.people.indexOf(claire ?? {}), 1, { ...claire, active: "false" });
      await flow.morning("2026-11-24");

      await flow.paul.sees("Un coup de fil à Garnier", "12 400 €");
      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(0);
      expect(await flow.claire.says("/encours garnier")).toContain("Votre accès à Relais est fermé");
    },
  },
];
