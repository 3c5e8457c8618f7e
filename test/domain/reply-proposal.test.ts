import { describe, expect, test } from "vitest";

import { invoicesNamed, readReplyProposal } from "#domain/reply-proposal.ts";

const TUESDAY = { receivedOn: "2026-11-24", currency: "EUR" } as const;
const read = (text: string) => readReplyProposal(text, TUESDAY);

describe("a promise is read with its day and its amount", () => {
  test.each([
    ["Bonjour,\n\nLe virement part vendredi.\n\nSonia", "2026-11-27", null],
    ["Nous réglerons 12 400 € le 4 décembre.", "2026-12-04", 1_240_000n],
    ["Le paiement sera effectué fin de mois.", "2026-11-30", null],
    ["Le règlement est prévu pour le 30/11.", "2026-11-30", null],
    ["Virement programmé demain", "2026-11-25", null],
    ["Paiement sous huitaine.", "2026-12-02", null],
    ["Votre facture du 15 décembre sera payée sous 15 jours", "2026-12-09", null],
    ["Ok pour vendredi", "2026-11-27", null],
    ["Le solde de 11 800 € partira le vendredi 4 décembre\nau plus tard.", "2026-12-04", 1_180_000n],
    ["The payment will be made on Friday.", "2026-11-27", null],
    ["We will transfer €1,200 by 5 December.", "2026-12-05", 120_000n],
    ["we'll pay at the end of the month", "2026-11-30", null],
  ])("%j", (text, due, amount) => {
    expect(read(text)).toEqual({ promise: { due, amount }, dispute: null });
  });

  test("a day that nobody can name is asked for", () => {
    expect(read("Nous vous payons la semaine prochaine.").promise).toEqual({ due: null, amount: null });
  });

  test("two amounts are a question, not an answer", () => {
    expect(read("Nous réglerons 1 200 € puis 800 € le 4 décembre.").promise).toEqual({
      due: "2026-12-04",
      amount: null,
    });
  });

  test("another currency is no amount of this customer's", () => {
    expect(read("We will pay $1,200.50 on Friday").promise).toEqual({ due: "2026-11-27", amount: null });
  });
});

test.each([
  "Merci",
  "Nous avons payé le 12 novembre.",
  "Le virement a été fait lundi.",
  "Payment was made yesterday.",
  "Nous ne pourrons pas payer avant janvier.",
  "We cannot pay before January.",
  "Je vous appelle vendredi.",
  "Votre facture du 2 décembre est bien arrivée, nous la payons.",
  "Selon mon virement, tout est réglé.",
  "Cordialement,\nSonia, paiement fournisseurs, vendredi 9 h",
  "Le virement partira le 24 novembre 2028.",
])("no promise in %j", (text) => {
  expect(read(text).promise).toBeNull();
});

describe("a dispute is read with its category and its amount", () => {
  test.each([
    ["Le transport a été facturé en trop (600 €), nous attendons un avoir.", "price", 60_000n],
    ["Le prix ne correspond pas au devis.", "price", null],
    ["Il manque 2 colis.", "quantity", null],
    ["Two parts are missing items of the order", "quantity", null],
    ["We dispute this invoice: goods damaged.", "quality", null],
    ["La pièce est défectueuse.", "quality", null],
    ["Merci de nous fournir le bon de commande", "missing_order", null],
    ["Please quote the PO number.", "missing_order", null],
    ["Nous n'avons pas reçu la facture F-1001, pouvez-vous la renvoyer ?", "not_received", null],
    ["We never received this invoice.", "not_received", null],
    ["Cette facture est en double.", "duplicate", null],
    ["Les conditions de paiement ne sont pas celles convenues.", "terms", null],
    ["Ce n'est pas la bonne société.", "entity", null],
    ["C'est la retenue de garantie, due dans un an.", "retention", null],
    ["Nous contestons la facture F-1001.", "other", null],
  ])("%j", (text, category, amount) => {
    expect(read(text)).toMatchObject({ promise: null, dispute: { category, amount } });
  });

  test.each([
    "Aucun litige de notre côté.",
    "No dispute here.",
    "Nous avons bien reçu la facture.",
    "Merci pour la remise !",
  ])("none in %j", (text) => expect(read(text).dispute).toBeNull());
});

test("part contested, the rest promised: both are read, each with its own amount", () => {
  expect(read("600 € sont facturés en trop. Le reste, 11 800 €, sera viré le 4 décembre.")).toEqual({
    promise: { due: "2026-12-04", amount: 1_180_000n },
    dispute: { category: "price", amount: 60_000n, said: "600 € sont facturés en trop" },
  });
});

test("invoices are named by their numbers, whole", () => {
  const invoices = [{ number: "F-1001" }, { number: "F-100" }, { number: "12" }, { number: "2026/77" }];
  expect(invoicesNamed("La facture f 1001 et la 2026-77, 12 colis", invoices)).toEqual([
    { number: "F-1001" },
    { number: "2026/77" },
  ]);
});

test("a very long mail is read in no time", () => {
  const long = `${"le virement de 1 2 3 4 5 6 7 8 9 part ".repeat(3_000)} vendredi`;
  expect(read(long).dispute).toBeNull();
});
