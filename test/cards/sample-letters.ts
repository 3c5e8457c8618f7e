import { documentCard, sentMailCard } from "#cards/document.ts";
import { endOfRoadForm, postLetterForm, receiveLetterForm, refuseLetterForm } from "#cards/forms/letter-forms.ts";
import { formalNoticeCard, type FormalNoticeView, type LetterView } from "#cards/formal-notice.ts";
import type { Form } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, euro, garnier, today } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const letter: LetterView = {
  letter: null,
  seller: "Atelier Vasseur SAS",
  debtor: "Garnier SARL",
  invoices: 3,
  residual: euro(12_400),
  interest: euro(124.5),
  indemnity: euro(120),
  total: euro(12_644.5),
  answerBy: "2026-12-04",
  registered: null,
};

const notice: FormalNoticeView = {
  ask: 12,
  customer: garnier,
  state: "to-approve",
  letters: [letter],
  refused: [],
  computedOn: today,
  seen: "0123456789ab",
  approved: null,
  withdrawn: null,
  refusal: null,
  may: "approve",
  limit: null,
  undoEvent: null,
  asOf,
};

const approved: FormalNoticeView = {
  ...notice,
  state: "approved",
  letters: [{ ...letter, letter: 4 }],
  approved: { by: "Nadia Benali", on: today },
};

const registered = { number: "1A 234 567 8901 2", postedOn: "2026-11-25", receivedOn: null } as const;

/** A formal notice from the first look to the receipt, and the documents that open. */
export function letterCards(words: Words): readonly NamedCard[] {
  const two = [letter, { ...letter, debtor: "Garnier Sud SARL" }];
  return [
    ["formal notice", formalNoticeCard(notice, words)],
    ["formal notices, two", formalNoticeCard({ ...notice, letters: two }, words)],
    [
      "formal notice, not allowed",
      formalNoticeCard(
        {
          ...notice,
          letters: [],
          refused: [{ debtor: "Garnier SARL", invoices: 3, why: { because: "customer-siren" } }],
        },
        words,
      ),
    ],
    ["formal notice, above the limit", formalNoticeCard({ ...notice, may: "pass", limit: euro(10_000) }, words)],
    ["formal notice, only looked at", formalNoticeCard({ ...notice, may: "look" }, words)],
    ["formal notice, approved", formalNoticeCard({ ...approved, undoEvent: 7 }, words)],
    [
      "formal notice, posted",
      formalNoticeCard({ ...approved, letters: [{ ...letter, letter: 4, registered }] }, words),
    ],
    [
      "formal notice, received",
      formalNoticeCard(
        { ...approved, letters: [{ ...letter, letter: 4, registered: { ...registered, receivedOn: "2026-11-27" } }] },
        words,
      ),
    ],
    [
      "formal notice, refused",
      formalNoticeCard(
        { ...notice, state: "refused", refusal: { by: "Nadia Benali", reason: "Un échéancier se prépare." } },
        words,
      ),
    ],
    [
      "formal notice, withdrawn",
      formalNoticeCard({ ...notice, state: "withdrawn", withdrawn: { why: "promised", by: "Claire Morel" } }, words),
    ],
    ["document", documentCard({ name: "mise-en-demeure.pdf", href: "https://relais.example/links/x" }, words)],
    [
      "sent mail",
      sentMailCard(
        {
          subject: "Factures en attente",
          to: ["sonia@garnier.example"],
          text: "Bonjour,\nIl reste 1 200 € à recevoir.",
          sentOn: "9 novembre 2026",
          reminder: 8,
          flaggedBy: ["Claire Morel"],
          mayFlag: true,
        },
        words,
      ),
    ],
  ];
}

export function letterForms(words: Words): readonly Form[] {
  const day = { customer: "Garnier", day: today };
  return [
    refuseLetterForm({ ask: 12 }, "Garnier", words),
    postLetterForm({ letter: 4 }, { ...day, to: ["sonia@garnier.example"] }, words),
    receiveLetterForm({ letter: 4 }, day, words),
    endOfRoadForm({ ask: 12 }, day, words),
  ];
}
