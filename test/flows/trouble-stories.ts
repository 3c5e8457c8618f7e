import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { payment } from "../support/flow-ledger.ts";
import type { Story } from "./story.ts";

export const troubleStories: readonly Story[] = [
  {
    name: "the chat asks to wait: nothing is lost, nothing comes twice",
    begins: "reminded",
    async run(flow) {
      flow.chat.trouble("too-many", 2);
      await flow.morning("2026-11-24");
      await flow.waitsForAnotherTry();
      await flow.waitsForAnotherTry();

      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(1);
      expect(flow.claire.counts("le point du mardi 24 novembre")).toBe(1);
    },
  },
  {
    name: "the chat fails: nothing is lost, nothing comes twice",
    begins: "reminded",
    async run(flow) {
      flow.chat.trouble("down", 3);
      await flow.morning("2026-11-24");
      for (let tries = 0; tries < 3; tries += 1) await flow.waitsForAnotherTry();

      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(1);
      expect(flow.claire.counts("le point du mardi 24 novembre")).toBe(1);
    },
  },
  {
    name: "the chat takes a card and says it failed: it is not there twice",
    begins: "reminded",
    async run(flow) {
      flow.chat.trouble("takes-it-and-fails", 9);
      await flow.morning("2026-11-24");
      for (let tries = 0; tries < 3; tries += 1) await flow.waitsForAnotherTry();

      expect(flow.claire.counts("Un coup de fil à Garnier")).toBe(1);
      expect(flow.claire.counts("le point du mardi 24 novembre")).toBe(1);
    },
  },
  {
    name: "a process that dies between sending a card and noting it does not make two of it",
    begins: "reminded",
    async run(flow) {
      await flow.untilTheCall();
      const card = await flow.claire.sees("Un coup de fil à Garnier");
      await flow.db.execute(sql`delete from shown_cards where showing->>'show' = 'ask'`);
      await flow.db.execute(sql`
        update outbox set state = 'sending', sent_at = null, lease_until = now() - interval '1 minute'
        where showing->>'show' = 'ask' and state = 'sent'`);
      await flow.settle();
      flow.ledger.payments.push(
        payment("P1", "C1", "2026-11-24", "8200.00", "F1"),
        payment("P2", "C1", "2026-11-24", "4200.00", "F2"),
      );
      flow.setClock("2026-11-24", 15);
      await flow.imports();

      expect(flow.claire.counts("Un coup de fil à Garnier") + flow.claire.counts("Garnier : réglé")).toBe(1);
      // Slack looks the message up and goes on with it; Teams offers no look-up, so the card is left as it is.
      if (flow.chat.name === "slack") expect((await flow.claire.sees("Garnier : réglé")).id).toBe(card.id);
    },
  },
];
