import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { person } from "../support/flow-ledger.ts";
import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

const BOOKS = "compta";
const SALES_ADMIN = "adv";
const TASK = "Garnier : une promesse à valider";

/** Nadia and Nora are finance; they talk in a channel that Relais was invited to, and Claire reads along. */
async function inFinance(flow: Flow): Promise<void> {
  flow.ledger.people.push(person("nora", "Nora Vidal", "finance"));
  await flow.chat.join({ email: flow.nora.email, name: "Nora Vidal", locale: "fr" });
  await flow.morning("2026-11-02");
  await flow.chat.channel(BOOKS, [flow.nadia.email, flow.nora.email, flow.claire.email]);
}

/** What is typed in a channel: a command in Slack, words that mention Relais in Teams. */
function typed(flow: Flow, words: string): string {
  return flow.chat.name === "slack" ? `/${words}` : words;
}

/** Finance's tasks come to the channel, by Nadia's choice. */
async function chooses(flow: Flow): Promise<void> {
  await inFinance(flow);
  await flow.nadia.saysIn(BOOKS, typed(flow, "finances canal"));
  await flow.nadia.sees("les tâches de la comptabilité arrivent désormais dans", BOOKS);
}

/** A promise for a far day, which finance is asked about once it can no longer be taken back. */
async function promisesFar(flow: Flow): Promise<void> {
  await flow.claire.says("promesse garnier 18/12");
  await flow.at("2026-11-02", 9, 11);
}

export const roleChannelStories: readonly Story[] = [
  {
    name: "finance's task is in its channel: who is no member of finance is refused, the first answer wins and is named",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await promisesFar(flow);
      const task = flow.inChannel(BOOKS).sees(TASK);
      expect(flow.nadia.counts(TASK)).toBe(0);
      expect(flow.nora.counts(TASK)).toBe(0);

      expect(await flow.claire.tapsIn(BOOKS, task, "D'accord")).toContain("En cas de doute");
      await flow.settle();
      expect(flow.inChannel(BOOKS).sees(TASK)).toEqual(task);

      await flow.nadia.tapsIn(BOOKS, task, "D'accord");
      await flow.nadia.sees("Accord donné pour Garnier");
      await flow.settle();
      const outcome = flow.inChannel(BOOKS).sees("Accord donné pour Garnier, par Nadia Benali");
      expect([outcome.id, outcome.controls]).toEqual([task.id, []]);
      expect(flow.inChannel(BOOKS).counts("")).toBe(1);
    },
  },
  {
    name: "two of finance tap in the channel at once: one decision, and the card says whose",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await promisesFar(flow);
      const task = flow.inChannel(BOOKS).sees(TASK);
      const taps = [flow.nora, flow.nadia].map(({ email }) => flow.chat.tapIn(email, BOOKS, task.id, ["D'accord"]));
      await Promise.all(taps);
      await flow.settle();

      const decided = await flow.db.execute(sql`select actor from events where kind = 'promise-approved'`);
      expect(decided).toHaveLength(1);
      flow.inChannel(BOOKS).sees("Accord donné pour Garnier, par N");
    },
  },
  {
    name: "what was decided in the channel can be taken back by its author: the task stands there again",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await promisesFar(flow);
      const task = flow.inChannel(BOOKS).sees(TASK);
      await flow.nadia.tapsIn(BOOKS, task, "D'accord");
      await flow.nadia.taps(await flow.nadia.sees("Accord donné pour Garnier"), "Annuler");
      await flow.settle();

      const again = flow.inChannel(BOOKS).sees(TASK);
      expect([again.id, again.controls]).toEqual([task.id, task.controls]);
    },
  },
  {
    name: "a task that waits is spoken of in the same channel",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await promisesFar(flow);
      const task = flow.inChannel(BOOKS).sees(TASK);
      await flow.morning("2026-11-05");
      expect(flow.inChannel(BOOKS).counts(TASK)).toBe(2);
      expect(flow.inChannel(BOOKS).sees(TASK).controls).toEqual(["Ouvrir"]);
      const nudges = sql`select person_id from outbox where showing->>'show' = 'nudge'`;
      expect(await flow.db.execute(nudges)).toEqual([]);

      await flow.nora.tapsIn(BOOKS, task, "D'accord");
      await flow.settle();
      expect(flow.inChannel(BOOKS).counts(TASK)).toBe(0);
      expect(flow.inChannel(BOOKS).counts("")).toBe(2);
    },
  },
  {
    name: "guests who appear read no task: each member has it in private, whoever chose the channel hears why, once",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await flow.chat.join({ email: "lea@ailleurs.example", name: "Léa Fabre", locale: "fr", is: "guest" });
      await flow.chat.channel(BOOKS, [flow.nadia.email, flow.nora.email, "lea@ailleurs.example"]);
      await promisesFar(flow);
      expect(flow.inChannel(BOOKS).counts("")).toBe(0);
      await flow.nadia.sees(TASK);
      const copy = await flow.nora.sees(TASK);
      await flow.nadia.sees("Des personnes extérieures ou invitées lisent", BOOKS);
      expect(flow.nora.counts("lisent", BOOKS)).toBe(0);

      await flow.nora.taps(copy, "D'accord");
      await flow.nadia.sees("Accord donné pour Garnier, par Nora Vidal");
      await flow.claire.says("promesse garnier 22/12");
      await flow.at("2026-11-02", 9, 30);
      await flow.nadia.sees(TASK, "22 décembre");
      expect(flow.nadia.counts("lisent", BOOKS)).toBe(1);
    },
  },
  {
    name: "an archived channel falls back to each member; the list says so",
    begins: "live",
    async run(flow) {
      await chooses(flow);
      await flow.chat.archive(BOOKS);
      await promisesFar(flow);
      await flow.nadia.sees(TASK);
      await flow.nora.sees(TASK);
      const told = await flow.nadia.sees(BOOKS, "les tâches n'y arrivent plus");

      await flow.nadia.taps(told, "Tous les canaux");
      const list = await flow.nadia.sees("Où arrivent les tâches");
      await flow.nadia.taps(list, "Retirer le canal");
      await flow.nadia.sees("La comptabilité : à chaque personne");
    },
  },
  {
    name: "a dispute goes to the channel of sales administration, and is closed there by a form",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-11-02");
      await flow.chat.channel(SALES_ADMIN, [flow.nadia.email, flow.luc.email]);
      await flow.nadia.saysIn(SALES_ADMIN, typed(flow, "finances canal adv"));
      await flow.nadia.sees("les tâches de l'administration des ventes arrivent désormais dans");
      await flow.claire.says("/litige garnier");
      if (flow.chat.name === "teams") await flow.claire.sees("litige");
      await flow.claire.fills({ category: "Quantité", invoices: ["F1"], comment: "deux cartons manquants" });
      await flow.at("2026-11-02", 9, 11);
      const task = flow.inChannel(SALES_ADMIN).sees("Garnier", "deux cartons manquants");
      expect(flow.luc.counts("deux cartons manquants")).toBe(0);

      await flow.luc.tapsIn(SALES_ADMIN, task, task.controls.at(-1) ?? "");
      await flow.luc.fills({ outcome: "Le montant est dû", comment: "le bon de livraison est signé" });
      await flow.settle();
      const outcome = flow.inChannel(SALES_ADMIN).sees("Luc Petit", "le bon de livraison est signé");
      expect(outcome.id).toBe(task.id);
    },
  },
  {
    name: "who may not place a role's tasks is refused, and so is a channel that guests read",
    begins: "live",
    async run(flow) {
      await inFinance(flow);
      expect(await flow.claire.saysIn(BOOKS, typed(flow, "finances canal"))).toContain("En cas de doute");
      expect(await flow.nadia.saysIn(BOOKS, typed(flow, "finances canal lune"))).toContain("lune");
      await flow.chat.join({ email: "lea@ailleurs.example", name: "Léa Fabre", locale: "fr", is: "guest" });
      await flow.chat.channel(BOOKS, [flow.nadia.email, "lea@ailleurs.example"]);
      expect(await flow.nadia.saysIn(BOOKS, typed(flow, "finances canal"))).toContain("restent entre collègues");

      await flow.nadia.says("finances canaux");
      await flow.nadia.sees("Où arrivent les tâches", "La comptabilité : à chaque personne");
      await flow.claire.says("promesse garnier 18/12");
      await flow.at("2026-11-02", 9, 11);
      await flow.nadia.sees(TASK);
    },
  },
  {
    name: "the channel speaks the language of whoever chose it",
    begins: "live",
    async run(flow) {
      await inFinance(flow);
      flow.ledger.people.push(person("emma", "Emma Clarke", "finance", { locale: "en" }));
      await flow.imports();
      await flow.chat.join({ email: flow.emma.email, name: "Emma Clarke", locale: "en" });
      await flow.chat.channel(BOOKS, [flow.nadia.email, flow.emma.email]);
      await flow.emma.saysIn(BOOKS, typed(flow, "finance channel"));
      await flow.emma.sees("tasks come to", "Not in", "Nora Vidal");
      await promisesFar(flow);

      const task = flow.inChannel(BOOKS).sees("Garnier: a promise to");
      await flow.nadia.tapsIn(BOOKS, task, "Agree");
      await flow.nadia.sees("Accord donné pour Garnier");
      await flow.settle();
      flow.inChannel(BOOKS).sees("for Garnier, by Nadia Benali");
    },
  },
];
