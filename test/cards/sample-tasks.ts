import { complaintCard, wholeReplyCard } from "#cards/reply-aside.ts";
import { replyCard, type ReplyView } from "#cards/reply.ts";
import { taskCard, type TaskAbout } from "#cards/task.ts";
import { WITHDRAWALS, type TaskWithdrawal } from "#domain/ask.ts";
import { promiseDays } from "#domain/promise-days.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";
import { asOf, euro, garnier, today } from "./sample-people.ts";

const reply: ReplyView = {
  id: 3,
  customer: garnier,
  from: "sonia@garnier.example",
  receivedAt: new Date("2026-11-24T09:05:00Z"),
  receivedOn: today,
  text: "Bonjour,\nLe virement part vendredi.",
  attachments: ["avis.pdf"],
  hasMore: true,
  state: "waiting",
  takenOver: null,
  closedBy: null,
  mayAnswer: true,
  days: promiseDays(today),
  promise: null,
  dispute: null,
  asOf,
};
const friday = { due: "2026-11-27", amount: euro(11_800) } as const;
const price = { category: "price", amount: euro(600), invoices: ["F-1001"] } as const;
const long = Array.from({ length: 30 }, (_, line) => `Ligne ${line + 1} d'une longue lettre.`).join("\n");

const ABOUTS: readonly TaskAbout[] = [
  { is: "formal-notice" },
  { is: "decision", noticePostedOn: null },
  { is: "check-payment", by: "Claire Morel", until: "2026-12-01" },
  {
    is: "approve-promise",
    amount: euro(12_400),
    due: "2027-01-15",
    by: "Claire Morel",
    until: "2026-12-01",
    covered: "2026-12-24",
  },
  { is: "broken-promise", missing: euro(6_000), due: "2026-11-19", by: "Claire Morel" },
  {
    is: "who-to-write-to",
    stopped: [{ name: "Sonia Perrin", email: "sonia@garnier.example", because: "bounced", since: "2026-11-20" }],
    others: ["Paul Martin (paul@garnier.example)"],
    call: { name: "Sonia Perrin", role: "billing", phone: "01 99 00 12 34", email: null },
  },
  { is: "assign-owner", notMineBy: "Claire Morel", people: [{ id: 4, name: "Paul Roy" }] },
  { is: "in-credit", credit: [euro(2_000)] },
  { is: "unknown-send", step: "second", day: "2026-11-23", to: ["sonia@garnier.example"] },
  { is: "end-of-road", ending: "litigation", comment: "Le dossier part chez l'avocat." },
];

const GONE: readonly TaskWithdrawal[] = [...WITHDRAWALS, "taken-back", "promise-over"];

const task = (
  about: TaskAbout,
  words: Words,
  state: "open" | "answered" = "open",
  withdrawn: TaskWithdrawal | null = null,
) =>
  taskCard(
    {
      ask: 20,
      customer: garnier,
      about,
      totals: [euro(12_400)],
      invoices: 3,
      oldestDaysLate: 45,
      state: withdrawn === null ? state : "withdrawn",
      withdrawn,
      by: withdrawn === "paid" ? null : "Paul Roy",
      outcome: state === "open" ? null : about.is === "approve-promise" ? "approved" : "done",
      mayAnswer: true,
      undoEvent: null,
      asOf,
    },
    words,
  );

/** Tasks of every kind, and mails to read. */
export function taskCards(words: Words): readonly NamedCard[] {
  return [
    ...ABOUTS.map((about) => [`task ${about.is}`, task(about, words)] as const),
    ...GONE.map(
      (why) => [`task gone: ${why}`, task({ is: "decision", noticePostedOn: null }, words, "open", why)] as const,
    ),
    ["task done by a colleague", task(ABOUTS[2] ?? { is: "formal-notice" }, words, "answered")],
    ["promise agreed to", task(ABOUTS[3] ?? { is: "formal-notice" }, words, "answered")],
    ["reply", replyCard(reply, words)],
    ["reply of a stranger", replyCard({ ...reply, customer: null }, words)],
    ["reply that promises", replyCard({ ...reply, promise: friday }, words)],
    ["reply that contests", replyCard({ ...reply, dispute: price }, words)],
    ["reply that does both", replyCard({ ...reply, promise: friday, dispute: price }, words)],
    [
      "reply to be completed",
      replyCard(
        {
          ...reply,
          text: long,
          promise: { due: null, amount: null },
          dispute: { ...price, amount: null, invoices: [] },
        },
        words,
      ),
    ],
    ["reply in full", wholeReplyCard({ ...reply, subject: "Facture F-1001", text: long }, words)],
    ["complaint", complaintCard({ customer: garnier, addresses: ["sonia@garnier.example"], asOf }, words)],
    ["reply carried on", replyCard({ ...reply, state: "carry-on", closedBy: "Paul Roy" }, words)],
  ];
}
