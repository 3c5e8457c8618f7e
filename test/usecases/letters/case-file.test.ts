import { unzipSync } from "fflate";
import { expect } from "vitest";

import { approveLetter } from "#usecases/letters/approve-letter.ts";
import { caseFileFor } from "#usecases/letters/case-file.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";
import { askById } from "#store/asks.ts";
import { reminders } from "#store/schema/dunning.ts";
import { letterStory } from "../../support/letters.ts";
import { as } from "../../support/loop.ts";
import { test } from "../../support/world.ts";

test("the case file holds invoices with their interest, the story in order, the mails as sent and the letters", async ({
  world,
}) => {
  const story = await letterStory(world);
  await world.db.insert(reminders).values({
    sellerCode: "default",
    payerCode: story.customer,
    currency: "EUR",
    language: "fr",
    plannedOn: "2026-10-05",
    step: "second",
    state: "sent",
    messageId: "<1@relais.example>",
    replyToken: "t",
    recipients: ["sonia@garnier.example"],
    subject: "Factures en attente",
    bodyText: "Bonjour Sonia,",
    sentAt: new Date("2026-10-05T08:00:00Z"),
  });
  const ask = await askById(world.db, story.ask);
  if (ask === null) throw new Error("There is no ask.");
  const { seen } = await draftsOf(world.db, world.context(), ask);
  await approveLetter(world.context(), as(story.finance), { ask: story.ask, seen });

  const file = await caseFileFor(world.context(), story.customer);
  const files = unzipSync(file?.bytes ?? new Uint8Array());
  const read = (path: string) => new TextDecoder().decode(files[path]);
  expect(file?.name).toBe(`dossier-${story.customer}-2026-11-24.zip`);
  expect(Object.keys(files)).toEqual([
    "00-resume.txt",
    "01-factures.csv",
    "02-chronologie.csv",
    "03-promesses.csv",
    "04-litiges.csv",
    "05-envois.csv",
    "e-mails/2026-10-05-second-1.txt",
    `lettres/1-mise-en-demeure-${story.customer}-2026-11-24.pdf`,
  ]);
  expect(read("00-resume.txt")).toContain("66,24\u00a0€");
  expect(read("01-factures.csv").split("\r\n")[1]).toBe(
    "F-001;2026-08-20;2026-09-20;1000,00;1000,00;EUR;65;0,00;0,00;22,08;40,00",
  );
  expect(read("02-chronologie.csv")).toContain("mise en demeure approuvée");
  expect(read("05-envois.csv")).toContain("<1@relais.example>");
  expect(read("e-mails/2026-10-05-second-1.txt")).toContain("Bonjour Sonia,");
});

test("nobody's case file is none", async ({ world }) => {
  expect(await caseFileFor(world.context(), "NOBODY")).toBeNull();
});
