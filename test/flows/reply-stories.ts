import { expect } from "vitest";

import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

export const replyStories: readonly Story[] = [
  {
    name: "a customer writes when they pay: one click notes it, finance sees who, and undo has the mail wait again",
    begins: "reminded",
    async run(flow) {
      await customerSays(flow, "Bonjour,\nLe virement de 12 400 € part le 4 décembre.\nSonia");
      const card = await flow.claire.sees("Garnier a répondu", "On y lit une promesse", "vendredi 4 décembre");
      await flow.nadia.sees("Garnier a répondu", "On y lit une promesse");
      expect(flow.claire.counts("C'est noté")).toBe(0);

      await flow.claire.taps(card, "Oui, noter la promesse");
      const noted = await flow.claire.sees("C'est noté", "12 400 €", "vendredi 4 décembre");
      await flow.settle();
      await flow.nadia.sees("Réponse de Garnier", "traitée par Claire Morel");

      await flow.claire.taps(noted, "Annuler (10 min)");
      await flow.settle();
      await flow.nadia.sees("Garnier a répondu", "On y lit une promesse");
    },
  },
  {
    name: "what was read in a mail is corrected in the form, filled with what it says",
    begins: "reminded",
    async run(flow) {
      await customerSays(flow, "Bonjour, le règlement de 8 200 € part la semaine prochaine.");
      await flow.claire.taps(
        await flow.claire.sees("Garnier a répondu", "un jour à préciser"),
        "Préciser la promesse…",
      );
      expect(await flow.claire.fills({ due: "2026-12-03" })).toEqual({});
      await flow.claire.sees("C'est noté", "8 200 €", "jeudi 3 décembre");
    },
  },
  {
    name: "a dispute read in a mail reaches sales administration with the customer's words",
    begins: "reminded",
    async run(flow) {
      await customerSays(flow, "Bonjour, il y a 600 € de transport facturés en trop sur la F1.");
      await flow.claire.taps(
        await flow.claire.sees("Garnier a répondu", "On y lit un litige", "600 €"),
        "Oui, noter le litige",
      );
      await flow.claire.sees("C'est noté", "600 €", "transport facturés en trop sur la F1");
    },
  },
  {
    name: "the whole of a mail opens by a button",
    begins: "reminded",
    async run(flow) {
      await customerSays(flow, "Bonjour,\nRappelez-moi.");
      const card = await flow.claire.sees("Garnier a répondu", "Rappelez-moi.");
      await flow.claire.taps(card, "Lire en entier");
      await flow.claire.sees("a écrit", "Rappelez-moi.");
    },
  },
];

async function customerSays(flow: Flow, text: string): Promise<void> {
  await flow.untilTheCall();
  const [mail] = flow.mails();
  if (mail === undefined) throw new Error("No reminder left.");
  await flow.answers(mail, "human", text);
}
