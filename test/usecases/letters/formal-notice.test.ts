import { createHash } from "node:crypto";

import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addLines, askById } from "#store/asks.ts";
import { documents, letters } from "#store/schema/documents.ts";
import { customers } from "#store/schema/ledger.ts";
import { approveLetter } from "#usecases/letters/approve-letter.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";
import { passLetter } from "#usecases/letters/pass-letter.ts";
import { postLetter, receiveLetter } from "#usecases/letters/post-letter.ts";
import { refuseLetter } from "#usecases/letters/refuse-letter.ts";
import { undo } from "#usecases/undo.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { plainCard } from "#cards/plain.ts";
import { withdrawAsks } from "#usecases/asks/withdraw-asks.ts";
import { letterStory, type LetterStory } from "../../support/letters.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const as = (person: { readonly id: number }) => ({ is: "person", id: person.id }) as const;

async function seenOf(world: World, { ask }: LetterStory): Promise<string> {
  const found = await askById(world.db, ask);
  if (found === null) throw new Error("There is no ask.");
  return (await draftsOf(world.db, world.context(), found)).seen;
}

async function approved(world: World, story: LetterStory) {
  return approveLetter(world.context(), as(story.finance), { ask: story.ask, seen: await seenOf(world, story) });
}

test("the card for finance says what the letter claims, and nothing leaves by itself", async ({ world }) => {
  const { ask, finance } = await letterStory(world);
  const drawn = await drawShowing(world.context(), { show: "ask", ask }, finance);
  // 1 000 for 65 days at 12.40 %: 22.08 each, and 40 each.
  expect(drawn === null ? "" : plainCard(drawn.card)).toContain(
    "3\u202f186,24\u00a0€, soit 3\u202f000\u00a0€ sur 3 factures, 66,24\u00a0€ de pénalités et 120\u00a0€ d'indemnité",
  );
  expect(await world.db.select().from(documents)).toEqual([]);
});

test("approved by a name: the PDF is kept with its hash and its version, and the step is not done before it is posted", async ({
  world,
}) => {
  const story = await letterStory(world);
  expect((await approved(world, story)).ok).toBe(true);
  const [kept] = await world.db.select().from(documents);
  expect(kept).toMatchObject({ kind: "formal-notice", type: "application/pdf", version: "mise-en-demeure-3" });
  expect(kept?.madeBy).toEqual(as(story.finance));
  expect(
    Buffer.from(kept?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect(
    createHash("sha256")
      .update(kept?.bytes ?? "")
      .digest("hex"),
  ).toBe(kept?.sha256);
  expect((await askById(world.db, story.ask))?.state).toBe("open");

  const [letter] = await world.db.select().from(letters);
  const posting = {
    letter: letter?.id ?? 0,
    number: "1A 234 567 8901 2",
    postedOn: "2026-11-24",
    copy: false,
  } as const;
  expect((await postLetter(world.context(), as(story.finance), posting)).ok).toBe(true);
  expect(await askById(world.db, story.ask)).toMatchObject({ state: "answered", outcome: "done" });

  world.clock.set("2026-11-27");
  const early = await receiveLetter(world.context(), as(story.finance), {
    letter: letter?.id ?? 0,
    receivedOn: "2026-11-20",
  });
  expect(early).toMatchObject({ ok: false, refusal: { why: "before-posting" } });
  const receipt = { letter: letter?.id ?? 0, receivedOn: "2026-11-26" } as const;
  expect((await receiveLetter(world.context(), as(story.finance), receipt)).ok).toBe(true);
  const drawn = await drawShowing(world.context(), { show: "ask", ask: story.ask }, story.finance);
  expect(drawn === null ? "" : plainCard(drawn.card)).toContain("Reçue le jeudi 26 novembre");
});

test("two clicks are one approval; the second person learns who was first", async ({ world }) => {
  const story = await letterStory(world);
  const [one, two] = await Promise.all([approved(world, story), approved(world, story)]);
  expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
  expect(one.ok ? two : one).toMatchObject({ refusal: { why: "already-done", by: "Nadia Benali" } });
  expect(await world.db.select().from(documents)).toHaveLength(1);
});

test("no machine signs, and a rep does not either", async ({ world }) => {
  const story = await letterStory(world);
  const seen = await seenOf(world, story);
  for (const actor of [{ is: "system" }, { is: "api-key", name: "k" }, as(story.rep)] as const) {
    expect(await approveLetter(world.context(), actor, { ask: story.ask, seen })).toMatchObject({
      ok: false,
      refusal: { why: "not-allowed" },
    });
  }
});

describe("looked at again at the moment of approval", () => {
  test("a part paid since it was shown: shown again, not approved", async ({ world }) => {
    const story = await letterStory(world);
    const seen = await seenOf(world, story);
    await world.payment({ invoice: story.invoices[0] ?? null, amount: "400.00" });
    const late = await approveLetter(world.context(), as(story.finance), { ask: story.ask, seen });
    expect(late).toMatchObject({ ok: false, refusal: { why: "letter-changed" } });
  });

  test("all paid", async ({ world }) => {
    const story = await letterStory(world);
    const seen = await seenOf(world, story);
    for (const invoice of story.invoices) await world.payment({ invoice, amount: "1000.00" });
    const late = await approveLetter(world.context(), as(story.finance), { ask: story.ask, seen });
    expect(late).toMatchObject({ ok: false, refusal: { why: "no-letter", because: { because: "paid" } } });
  });

  test("promised: the ask goes by itself", async ({ world }) => {
    const story = await letterStory(world);
    await givePromise(world.context(), as(story.rep), { customer: story.customer, due: "2026-11-30" });
    await withdrawAsks(world.context());
    expect(await approved(world, story)).toMatchObject({ ok: false, refusal: { why: "already-done" } });
    expect(await askById(world.db, story.ask)).toMatchObject({ state: "withdrawn", withdrawn: "promised" });
    const drawn = await drawShowing(world.context(), { show: "ask", ask: story.ask }, story.finance);
    expect(drawn === null ? "" : plainCard(drawn.card)).toContain(
      `Garnier a promis de payer (noté par ${story.rep.name})\u202f: plus rien à faire ici pour l'instant.`,
    );
  });
});

const FORBIDDEN: readonly (readonly [string, Partial<typeof customers.$inferInsert>, string])[] = [
  ["a consumer", { kind: "consumer" }, "consumer"],
  ["a public body", { kind: "public" }, "public"],
  ["a company of the group", { kind: "intercompany" }, "intercompany"],
  ["a debtor abroad", { country: "Belgique" }, "foreign"],
  ["insolvency published yesterday", { insolvencyDate: "2026-11-23" }, "insolvency"],
  ["no SIREN", { siren: null }, "customer-siren"],
  ["a SIREN that is none", { siren: "12" }, "customer-siren"],
  ["no street", { address: null }, "customer-address"],
];

test.for(FORBIDDEN)("refused with its sentence: %s", async ([, debtor, because], { world }) => {
  const story = await letterStory(world, { debtor });
  expect(await approved(world, story)).toMatchObject({
    ok: false,
    refusal: { why: "no-letter", because: { because } },
  });
  const drawn = await drawShowing(world.context(), { show: "ask", ask: story.ask }, story.finance);
  expect(drawn === null ? "" : plainCard(drawn.card)).toContain("pas de lettre");
});

test("a half-year without a rate is refused, and one that was added is used", async ({ world }) => {
  const story = await letterStory(world);
  world.clock.set("2027-01-05");
  expect(await approved(world, story)).toMatchObject({
    ok: false,
    refusal: { because: { because: "rate-missing", halfYear: "2027-S1" } },
  });
  const context = world.context({ lateRates: { "2027-S1": { ecb: 240, floor: 831 } } });
  const ask = await askById(world.db, story.ask);
  expect(ask === null ? null : (await draftsOf(world.db, context, ask)).notices).toHaveLength(1);
});

test("above the limit it is management's: passed on, seen by them, approved by them", async ({ world }) => {
  const story = await letterStory(world);
  const context = world.context({ letterLimit: 1000 });
  const seen = await seenOf(world, story);
  expect(await approveLetter(context, as(story.finance), { ask: story.ask, seen })).toMatchObject({
    ok: false,
    refusal: { why: "letter-above-limit" },
  });
  expect((await passLetter(context, as(story.finance), { ask: story.ask })).ok).toBe(true);
  expect((await approveLetter(context, as(story.direction), { ask: story.ask, seen })).ok).toBe(true);
  const [letter] = await world.db.select().from(letters);
  expect(letter?.approvedBy).toBe(story.direction.id);
});

test("refused with a reason, and taken back within ten minutes", async ({ world }) => {
  const story = await letterStory(world);
  const empty = await refuseLetter(world.context(), as(story.finance), { ask: story.ask, reason: " " });
  expect(empty).toMatchObject({ ok: false, refusal: { why: "text-missing" } });
  const result = await refuseLetter(world.context(), as(story.finance), { ask: story.ask, reason: "Un échéancier." });
  expect(result.ok).toBe(true);
  expect(await askById(world.db, story.ask)).toMatchObject({ outcome: "refused" });
  if (result.ok) await undo(world.context(), as(story.finance), { event: result.value.event });
  expect(await askById(world.db, story.ask)).toMatchObject({ state: "open" });
});

test("an approval taken back within ten minutes leaves no letter to post", async ({ world }) => {
  const story = await letterStory(world);
  const result = await approved(world, story);
  if (!result.ok) throw new Error("It was not approved.");
  await undo(world.context(), as(story.finance), { event: result.value.event });
  const [letter] = await world.db.select().from(letters);
  const posting = { letter: letter?.id ?? 0, number: "1A", postedOn: "2026-11-24", copy: false } as const;
  expect((await postLetter(world.context(), as(story.finance), posting)).ok).toBe(false);
  expect((await approved(world, story)).ok).toBe(true);
});

test("sixty invoices go over the pages of one letter", async ({ world }) => {
  const story = await letterStory(world, { invoices: 60 });
  expect((await approved(world, story)).ok).toBe(true);
  const [kept] = await world.db.select().from(documents);
  expect(
    Buffer.from(kept?.bytes ?? [])
      .toString("latin1")
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(3);
});

test("a payer with a subsidiary: each letter goes to whoever was invoiced", async ({ world }) => {
  const story = await letterStory(world);
  const daughter = await world.customer({ name: "Garnier Sud", payer: story.customer, country: "FR" });
  const legal = {
    legalName: "Garnier Sud SAS",
    siren: "404833048",
    address: "1, quai",
    postalCode: "13002",
    city: "Marseille",
  };
  await world.db.update(customers).set(legal).where(eq(customers.code, daughter));
  const invoice = await world.invoice({
    customer: daughter,
    issued: "2026-08-20",
    due: "2026-09-20",
    amount: "500.00",
  });
  await addLines(world.db, story.ask, [{ invoice: invoice.id, step: "formal-notice" }]);
  const ask = await askById(world.db, story.ask);
  const drafts = ask === null ? null : await draftsOf(world.db, world.context(), ask);
  expect(drafts?.notices.map(({ debtor, lines }) => [debtor.legalName, lines.length])).toEqual([
    ["Établissements Garnier SARL", 3],
    ["Garnier Sud SAS", 1],
  ]);
});
