import { expect } from "vitest";

import { promises } from "#store/schema/loop.ts";
import { payment } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

export const promiseStories: readonly Story[] = [
  {
    name: "from a ledger to a promise: two e-mails, one card, two taps",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-10-30");
      await flow.morning("2026-11-09");
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier", "12 400 €");
      await flow.claire.taps(card, "Paiement promis le…", "Vendredi 27 novembre");

      expect(flow.mails().map(({ to }) => to)).toEqual([["sonia@garnier.example"], ["sonia@garnier.example"]]);
      expect(flow.claire.tapsMade()).toBe(2);
      const outcome = await flow.claire.sees(
        "C'est noté, merci Claire : Garnier règle 12 400 €",
        "vendredi 27 novembre",
      );
      expect(outcome.id).toBe(card.id);
      expect(await flow.db.select().from(promises)).toMatchObject([{ amount: 1_240_000n, dueOn: "2026-11-27" }]);
    },
  },
  {
    name: "a promise stops the reminders until two working days after its day",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await promiseOnTheCard(flow);
      const before = flow.mails().length;
      await flow.morning("2026-12-01");
      expect(flow.mails()).toHaveLength(before);

      await flow.morning("2026-12-02");
      expect(flow.mails()).toHaveLength(before + 1);
    },
  },
  {
    name: "a promise that does not come in is told to the rep first, to finance the next working day",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await promiseOnTheCard(flow);
      await flow.morning("2026-12-02");
      await flow.claire.sees("Le paiement de Garnier n'est pas encore là : 12 400 €", "signature");
      expect(flow.nadia.counts("le paiement promis n'est pas arrivé")).toBe(0);

      await flow.morning("2026-12-03");
      await flow.nadia.sees("Garnier : le paiement promis n'est pas arrivé");
    },
  },
  {
    name: "a promise that is kept is good news, and nothing more is asked",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      await promiseOnTheCard(flow);
      const before = flow.mails().length;
      flow.ledger.payments.push(
        payment("P1", "C1", "2026-11-27", "8200.00", "F1"),
        payment("P2", "C1", "2026-11-27", "4200.00", "F2"),
      );
      await flow.morning("2026-11-30");
      await flow.claire.sees("Garnier : promesse tenue");
      await flow.morning("2026-12-07");

      expect(flow.mails()).toHaveLength(before);
    },
  },
  {
    name: "undo brings the card back within ten minutes, and is too late after them",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.claire.taps(card, "Paiement promis le…", "Vendredi 27 novembre");
      await flow.claire.taps(await flow.claire.sees("C'est noté, merci Claire"), "Annuler (10 min)");
      const again = await flow.claire.sees("Un coup de fil à Garnier");
      expect(again).toEqual(card);

      await flow.claire.taps(again, "Paiement promis le…", "Vendredi 27 novembre");
      const outcome = await flow.claire.sees("C'est noté, merci Claire");
      flow.setClock("2026-11-24", 9, 11);
      await flow.claire.taps(outcome, "Annuler (10 min)");
      await flow.claire.sees("Les 10 minutes sont passées");
      expect((await flow.claire.sees("C'est noté, merci Claire")).id).toBe(card.id);
    },
  },
  {
    name: "a tap that the chat sends twice is one promise",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.chat.tapTwice(flow.claire.email, card.id, ["Paiement promis le…", "Vendredi 27 novembre"]);
      await flow.claire.sees("C'est noté, merci Claire");

      expect(await flow.db.select().from(promises)).toHaveLength(1);
    },
  },
  {
    name: "a promise for a far day is noted by form, and finance agrees to it",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.claire.taps(card, "Paiement promis le…", "Autre jour…");
      const wrong = await flow.claire.fills({ due: "2027-01-15", amount: "99999" });
      expect(wrong).toMatchObject({ amount: expect.stringContaining("12") as unknown });
      expect(await flow.claire.fills({ due: "2027-01-15", amount: "12400" })).toEqual({});
      await flow.claire.sees("la comptabilité donne son accord");
      expect(flow.nadia.counts("une promesse à valider")).toBe(0);

      await flow.at("2026-11-24", 9, 11);
      await flow.nadia.taps(await flow.nadia.sees("Garnier : une promesse à valider"), "D'accord");
      await flow.nadia.sees("Accord donné pour Garnier");
    },
  },
  {
    name: "a payment that comes in by itself turns the card into paid, and no mail leaves",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      const before = flow.mails().length;
      flow.ledger.payments.push(
        payment("P1", "C1", "2026-11-24", "8200.00", "F1"),
        payment("P2", "C1", "2026-11-24", "4200.00", "F2"),
      );
      flow.setClock("2026-11-24", 15);
      await flow.imports();
      const paid = await flow.claire.sees("Garnier : réglé", "plus besoin d'appeler");
      await flow.morning("2026-12-02");

      expect(paid.id).toBe(card.id);
      expect(flow.mails()).toHaveLength(before);
    },
  },
];

async function promiseOnTheCard(flow: Parameters<Story["run"]>[0]): Promise<void> {
  const card = await flow.claire.sees("Un coup de fil à Garnier");
  await flow.claire.taps(card, "Paiement promis le…", "Vendredi 27 novembre");
  await flow.claire.sees("C'est noté, merci Claire");
}
