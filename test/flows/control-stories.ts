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
      expect(await flow.nadia.says("/apercu 2026-10-01")).toContain("déjà passé");

      await flow.claire.says("/promesse garnier vendredi 8200");
      expect(await flow.nadia.says("/apercu 30 octobre")).toContain("Paiement promis : 1 facture chez 1 client");
      await flow.nadia.taps(await flow.nadia.sees("Paiement promis : 1 facture"), "Voir");
      await flow.nadia.sees("Paiement promis", "Garnier", "jusqu'au");
    },
  },
  {
    name: "finance's morning: what waits, the most pressing first, in one card and on demand",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      const [mail] = flow.mails();
      if (mail === undefined) throw new Error("No reminder left.");
      await flow.answers(mail, "human", "Nous avons bien reçu votre message, je me renseigne.");
      await flow.claire.says("/promesse garnier vendredi 18 décembre");
      expect(await flow.claire.says("/finances")).toContain("pas dans votre périmètre");

      await flow.morning("2026-11-03");
      const morning = await flow.nadia.sees("voici le point du mardi 3 novembre", "Garnier : une réponse à lire");
      expect(morning.text).toContain("attend depuis plus de 2 jours ouvrés");
      await flow.nadia.sees("Garnier : une promesse à valider");
      await flow.nadia.says("/finances");
      const list = await flow.nadia.sees("À voir : 2 points", "Factures oubliées : aucune");
      expect(list.text.indexOf("réponse à lire")).toBeLessThan(list.text.indexOf("promesse à valider"));
      await flow.nadia.taps(list, "Ouvrir");
      await flow.nadia.sees("je me renseigne", "C'est traité");
    },
  },
  {
    name: "a rep says that a reminder was badly received: it is told in the timeline, and counted",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(await flow.claire.sees("Garnier", "À recevoir"), "Autre…", "Historique");
      await flow.claire.taps(await flow.claire.sees("premier rappel par e-mail"), "Ouvrir");
      await flow.claire.taps(await flow.claire.sees("Mal reçu…"), "Mal reçu…");
      await flow.claire.fills({ comment: "trop sec à leur goût" });
      const mail = await flow.claire.sees("Signalé comme mal reçu par Claire Morel");
      expect(mail.controls).not.toContain("Mal reçu…");

      expect(await flow.claire.says("/efficacite")).toContain("pas dans votre périmètre");
      const told = await flow.nadia.says("/efficacite");
      expect(told).toContain("1 envoi, pas encore assez d'envois pour un taux");
      expect(told).toContain("1 mal reçu");
      await flow.nadia.says("/encours garnier");
      await flow.nadia.taps(await flow.nadia.sees("Garnier", "À recevoir"), "Autre…", "Historique");
      await flow.nadia.sees("rappel mal reçu : « trop sec à leur goût »", "Claire Morel");
    },
  },
  {
    name: "before the go-live finance sees at which level what is late enters, then lets it begin with a tap",
    begins: "installed",
    async run(flow) {
      await flow.morning("2026-11-06");
      expect(await flow.claire.says("/demarrage")).toContain("pas dans votre périmètre");
      await flow.nadia.says("/demarrage");
      const start = await flow.nadia.sees("Mise en service", "Exemple SA", "Premier rappel : 2 factures");
      await flow.nadia.taps(start, "Mettre en service");
      await flow.nadia.sees("Tout est en service");
      await flow.at("2026-11-06", 9, 10);
      expect(flow.mails()).toHaveLength(1);
    },
  },
  {
    name: "the evening before: what leaves tomorrow, and a tap that suspends it for that day",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-29");
      await flow.at("2026-10-29", 16, 55);
      expect(flow.nadia.counts("rappel part")).toBe(0);
      await flow.at("2026-10-29", 17);
      const evening = await flow.nadia.sees("Demain, 1 rappel part", "À 1 client, pour 12 400 €");
      expect(flow.claire.counts("Demain, 1 rappel part")).toBe(0);
      await flow.nadia.taps(evening, "Tout suspendre demain");
      await flow.nadia.sees("Rien ne part le vendredi 30 octobre", "par Nadia Benali");
      expect(await flow.nadia.says("/apercu 30 octobre")).toContain("Tous les rappels sont suspendus : 2 factures");

      await flow.morning("2026-10-30");
      expect(flow.mails()).toEqual([]);
      await flow.morning("2026-11-02");
      expect(flow.mails().map(({ to }) => to)).toEqual([["sonia@garnier.example"]]);
      // Nothing leaves on the next working day: nothing is said.
      await flow.at("2026-11-02", 17, 5);
      expect(flow.nadia.counts("rappel part")).toBe(0);
    },
  },
  {
    name: "finance suspends a segment with a reason, everybody reads why, and reminders go on where they were",
    begins: "live",
    async run(flow) {
      for (const customer of flow.ledger.customers.splice(0)) {
        flow.ledger.customers.push({ ...customer, segment: "Distribution" });
      }
      await flow.morning("2026-10-29");
      expect(await flow.claire.says("/pause")).toContain("pas dans votre périmètre");
      await flow.nadia.says("/pause");
      await flow.nadia.taps(await flow.nadia.sees("Rappels suspendus", "Rien n'est suspendu"), "Suspendre…");
      await flow.nadia.fills({ scope: "Segment Distribution", reason: "salon du meuble", until: "2026-11-20" });
      await flow.nadia.sees("Segment Distribution", "jusqu'au vendredi 20 novembre", "salon du meuble");
      expect(await flow.claire.says("/encours garnier")).toContain("Rappels suspendus, segment Distribution");

      await flow.morning("2026-10-30");
      expect(flow.mails()).toEqual([]);
      await flow.nadia.says("/pause");
      await flow.nadia.taps(await flow.nadia.sees("Segment Distribution", "salon du meuble"), "Reprendre");
      await flow.nadia.sees("Rien n'est suspendu");
      await flow.morning("2026-11-02");
      expect(flow.mails()).toHaveLength(1);
    },
  },
  {
    name: "finance changes the company's settings by form; what cannot be read is told under its field",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-27");
      await flow.nadia.says("/reglages");
      await flow.nadia.taps(await flow.nadia.sees("Réglages de l'entreprise", "sans limite"), "Changer…");
      expect(await flow.nadia.fills({ threshold: "beaucoup", mailUntil: "8" })).toMatchObject({
        threshold: expect.stringContaining("Un montant"),
        mailUntil: expect.stringContaining("plus tardive"),
      });
      await flow.nadia.fills({ threshold: "20000", mailUntil: "18 h" });
      await flow.nadia.sees("Réglages de l'entreprise", "20 000 €");
      expect(await flow.nadia.says("/apercu 30 octobre")).toContain("Sous le montant minimum");
      expect(await flow.claire.says("/reglages")).not.toContain("Réglages de l'entreprise");
    },
  },
];
