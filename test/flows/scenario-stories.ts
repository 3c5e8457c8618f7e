import { sql } from "drizzle-orm";
import { expect } from "vitest";

import type { Story } from "./story.ts";

const LATER = `scenarios:
  - name: default
    steps:
      - { level: first, offset: 31 }
      - { level: second, offset: 45 }
`;

const WRONG = `scenarios:
  - name: default
    steps:
      - { level: formal-notice, offset: 12 }
`;

export const scenarioStories: readonly Story[] = [
  {
    name: "finance drops a file: it is read through, tried out on the customers, and published in a tap",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-29");
      expect(await flow.nadia.drops("wrong.yaml", WRONG)).toMatch(/menace trop tôt[^]*J\+12[^]*menace sans prévenir/);
      expect(await flow.nadia.drops("photo.png", "?")).toContain("se termine par .yaml");
      expect(await flow.claire.drops("later.yaml", LATER)).toContain("tenus par la comptabilité");

      const shown = await flow.nadia.drops("later.yaml", LATER);
      expect(shown).toMatch(/Voici ce qui changerait[^]*Garnier : premier rappel → rien/);
      await flow.nadia.taps(await flow.nadia.sees("Voici ce qui changerait"), "Publier");
      await flow.nadia.sees("C'est publié par Nadia Benali");

      await flow.morning("2026-10-30");
      expect(flow.mails()).toEqual([]);
    },
  },
  {
    name: "a day and a wording are changed by form, and brought back",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-10-26", 10);
      expect(await flow.claire.says("/scenarios")).not.toContain("prudent");
      await flow.nadia.says("/scenarios");
      await flow.nadia.says("/scenario default");
      await flow.nadia.taps(
        await flow.nadia.sees("Scénario « standard »", "J+5, premier rappel"),
        "Changer…",
        "Le jour : premier rappel",
      );
      expect(await flow.nadia.fills({ offset: "tôt" })).toMatchObject({
        offset: expect.stringContaining("nombre de jours"),
      });
      await flow.nadia.fills({ offset: "3" });
      await flow.nadia.taps(await flow.nadia.sees("Voici ce qui changerait", "Scénario : standard"), "Publier");

      await flow.nadia.says("/scenario standard");
      const changed = await flow.nadia.sees("Scénario « standard »", "J+3, premier rappel");
      await flow.nadia.taps(changed, "Changer…", "Le texte : premier rappel (français)");
      expect(flow.nadia.form().text).toContain("{{tableau}}");
      const refused = await flow.nadia.fills({ subject: "Un mot", body: "Bonjour {{iban}} {{tableau}}" });
      expect(refused).toMatchObject({ body: expect.stringMatching(/«\siban\s» n'est pas un champ connu/) });
      await flow.nadia.fills({ subject: "Un mot de la compta", body: "Il reste {{montant}}.\n\n{{tableau}}" });
      await flow.nadia.taps(
        await flow.nadia.sees("Voici ce qui changerait", "Texte : premier rappel (français)"),
        "Publier",
      );

      await flow.morning("2026-10-28");
      expect(flow.mails().map(({ subject }) => subject)).toEqual(["Un mot de la compta"]);
    },
  },
  {
    name: "a rep says how a customer pays, finance confirms, and the customer follows another scenario",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-06", 10);
      await flow.claire.says("/encours garnier");
      await flow.claire.taps(
        await flow.claire.sees("Garnier", "À recevoir"),
        "Autre…",
        "Proposer un profil de payeur…",
      );
      await flow.claire.fills({ profile: "Difficulté passagère" });
      await flow.claire.sees("C'est transmis à la comptabilité");

      await flow.at("2026-11-06", 10, 5);
      const card = await flow.nadia.sees("Un autre rythme pour Garnier ?", "difficulté passagère", "« prudent »");
      await flow.nadia.taps(card, "Adopter");
      const rows = await flow.db.execute(sql`select customer_code as customer, scenario from customer_scenarios`);
      expect([...rows]).toEqual([{ customer: "C1", scenario: "prudent" }]);

      await flow.at("2026-11-06", 10, 10);
      await flow.claire.sees("Garnier suit maintenant le scénario « prudent »");
      expect(await flow.nadia.says("/scenario garnier habituel")).toContain("Garnier");
      expect([...(await flow.db.execute(sql`select 1 from customer_scenarios`))]).toEqual([]);
    },
  },
];
