import { expect } from "vitest";

import type { Story } from "./story.ts";

export const noteStories: readonly Story[] = [
  {
    name: "an urgent stop: nothing leaves from that moment on, finance answers, and the rep reads it on the same card",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      flow.setClock("2026-11-06", 16);
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(await flow.claire.sees("Garnier", "À recevoir"), "Autre…", "Pause urgente");
      await flow.claire.fills({ why: "Signature demain au siège" });
      await flow.claire.sees("jusqu'au lundi 9 novembre compris", "La comptabilité vous répond sur cette carte");
      expect(flow.nadia.counts("une pause urgente")).toBe(0);

      await flow.at("2026-11-06", 16, 11);
      const asked = await flow.nadia.sees("une pause urgente", "Signature demain au siège");
      await flow.nadia.taps(asked, "Garder en pause…");
      expect(Object.keys(await flow.nadia.fills({ until: "2026-11-05" }))).toEqual(["until"]);
      expect(await flow.nadia.fills({ until: "2026-11-13" })).toEqual({});
      await flow.claire.sees("Garnier reste en pause jusqu'au vendredi 13 novembre compris (Nadia Benali)");
      await flow.morning("2026-11-10");
      expect(flow.mails()).toHaveLength(1);

      await flow.morning("2026-11-16");
      expect(flow.mails()).toHaveLength(2);
    },
  },
  {
    name: "the invoicing circuit that a rep learns becomes a task for sales administration",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-06", 16);
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(await flow.claire.sees("Garnier", "À recevoir"), "Autre…", "Contacts et facturation");
      const card = await flow.claire.sees("Contacts et facturation", "Sonia Perrin", "sonia@garnier.example");
      await flow.claire.taps(card, "Noter le circuit");
      expect(Object.keys(await flow.claire.fills({ portal: "portail.garnier.example", cutOff: "45" }))).toEqual([
        "cutOff",
      ]);
      expect(await flow.claire.fills({ portal: "portail.garnier.example", cutOff: "25" })).toEqual({});
      await flow.claire.sees("Contacts et facturation", "portail.garnier.example", "au plus tard le 25 du mois");

      const task = await flow.luc.sees("le circuit de facturation a changé", "Claire Morel", "portail.garnier.example");
      await flow.luc.taps(task, "Prêt pour la prochaine");
      await flow.luc.sees("c'est fait. Merci");
    },
  },
  {
    name: "a contact that a rep proposes is written to once sales administration agrees",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      flow.setClock("2026-11-06", 16);
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(await flow.claire.sees("Garnier", "À recevoir"), "Autre…", "Contacts et facturation");
      const card = await flow.claire.sees("Contacts et facturation", "Sonia Perrin");
      await flow.claire.taps(card, "Corriger un contact…", "Sonia Perrin");
      expect(await flow.claire.fills({ name: "Léa Roche", email: "lea@garnier.example" })).toEqual({});
      await flow.claire.sees("L'administration des ventes vérifie ce contact");

      const asked = await flow.luc.sees("un contact à vérifier", "Proposé", "lea@garnier.example");
      await flow.luc.taps(asked, "C'est bon");
      await flow.claire.sees("Le contact de Garnier est à jour (Luc Petit)");
      flow.ledger.contacts.splice(0, 1);
      await flow.morning("2026-11-09");
      expect(flow.mails().map(({ to }) => to)).toEqual([["sonia@garnier.example"], ["lea@garnier.example"]]);
    },
  },
  {
    name: "a VIP: once finance agrees no e-mail leaves without the rep",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-10-28", 16);
      await flow.claire.says("/encours garnier");
      const card = await flow.claire.sees("Garnier", "À recevoir");
      await flow.claire.taps(card, "Autre…", "Noter une information utile");
      await flow.claire.fills({ kind: "VIP : aucun e-mail automatique", text: "Notre premier client" });
      const asked = await flow.nadia.sees("à suivre de près", "Notre premier client");
      await flow.nadia.taps(asked, "D'accord");
      await flow.claire.sees("aucun e-mail ne part plus tout seul (Nadia Benali)");

      await flow.morning("2026-10-30");
      expect(flow.mails()).toEqual([]);
      await flow.claire.sees("Un coup de fil à Garnier", "C'est un compte clé");
    },
  },
  {
    name: "the invoices that a factor has financed are listed, ours to collect first",
    begins: "live",
    async run(flow) {
      flow.ledger.invoices.splice(
        0,
        2,
        { ...flow.ledger.invoices[0], factoring: "notified" },
        { ...flow.ledger.invoices[1], factoring: "mandate" },
      );
      flow.setClock("2026-10-28", 16);
      await flow.imports();
      const list = await flow.claire.says("/encours cédées");
      expect(list).toContain("À encaisser par nous, en premier");
      expect(list.indexOf("F2")).toBeLessThan(list.indexOf("F1"));
      expect(list).toContain("cédée, à payer au factor");
    },
  },
];
