import type { Form } from "#cards/card.ts";
import { companySettingsCard } from "#cards/company-settings.ts";
import { effectCard } from "#cards/effect.ts";
import { eveningCard, type EveningView } from "#cards/evening.ts";
import { flagForm } from "#cards/forms/flag-form.ts";
import { financeListCard, type FinanceLine } from "#cards/finance-list.ts";
import { companyForm } from "#cards/forms/company-form.ts";
import { pauseForm } from "#cards/forms/pause-form.ts";
import { previewCard, type PreviewView } from "#cards/preview.ts";
import { startCard } from "#cards/start.ts";
import { stopsCard } from "#cards/stops.ts";
import { effectOf } from "#domain/effectiveness.ts";
import { DEFAULT_SETTINGS } from "#domain/settings.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, euro, garnier, today } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const eur = (minor: bigint) => ({ minor, currency: "EUR" });

/** What finance keeps dunning in hand with. */
export function controlCards(words: Words): readonly NamedCard[] {
  const preview = (shown: PreviewView["shown"], more: Partial<PreviewView> = {}) =>
    previewCard({ day: "2026-11-25", beforeGoLive: false, pauses: [], shown, asOf, ...more }, words);
  return [
    ["preview of a day", preview(WHOLE)],
    ["preview before the go-live", preview({ ...WHOLE, asks: NONE, reasons: [] }, { beforeGoLive: true })],
    ["preview, all messages", preview({ is: "messages", page: 1, messages: { ...MESSAGES, before: 10, total: 14 } })],
    ["preview, what one reason holds back", preview(HELD)],
    ["stops", stopsCard({ ...STOPS, mayPause: true, asOf }, words)],
    ["no stops", stopsCard({ ...STOPS, pauses: [], holds: [], holdsTotal: 0, mayPause: false, asOf }, words)],
    ...EVENINGS.map(
      ([name, state]) =>
        [`evening, ${name}`, eveningCard({ day: "2026-11-25", state, mayPause: true, asOf }, words)] as const,
    ),
    [
      "finance list",
      financeListCard(
        {
          lines: financeLinesOf(words),
          rest: ["call", "reply", "reply"],
          total: 10,
          page: 0,
          unowned: 2,
          forgotten: 1,
          holds: 3,
          pauses: 1,
          asOf,
        },
        words,
      ),
    ],
    [
      "finance list, nothing waits",
      financeListCard(
        { lines: [], rest: [], total: 0, page: 0, unowned: 0, forgotten: 0, holds: 0, pauses: 0, asOf },
        words,
      ),
    ],
    ["effectiveness", effectCard({ effects: EFFECTS, asOf }, words)],
    ["effectiveness before the first reminder", effectCard({ effects: [], asOf }, words)],
    [
      "start",
      startCard(
        {
          sellers: ["Exemple SA"],
          levels: [
            { step: "first", invoices: 12 },
            { step: "second", invoices: 1_188 },
          ],
          day: today,
          asOf,
        },
        words,
      ),
    ],
    ["started", startCard({ sellers: [], levels: [], day: today, asOf }, words)],
    ["company settings", companySettingsCard({ choices: DEFAULT_SETTINGS, asOf }, words)],
  ];
}

/** One of each, as they stand in the list and in the morning. */
export function financeLinesOf(words: Words): readonly FinanceLine[] {
  const about = { customer: garnier, money: [euro(12_400)], since: "2026-11-20", late: false } as const;
  return [
    { ...about, subject: { is: "reply", reply: 4, ask: null }, title: null, late: true },
    { ...about, subject: { is: "reply", reply: 5, ask: 31 }, title: null, customer: null, money: [], since: today },
    {
      ...about,
      subject: { is: "task", ask: 20, kind: "formal-notice" },
      title: words.cards.tasks.formalNotice.title("Garnier"),
    },
    { ...about, subject: { is: "given-back", ask: 21 }, title: null, since: "2026-11-23" },
    { ...about, subject: { is: "taken-up", ask: 22 }, title: null, since: "2026-11-23" },
    { ...about, subject: { is: "bounce" }, title: null },
    { ...about, subject: { is: "unallocated" }, title: null },
    { ...about, subject: { is: "forgotten" }, title: null },
  ];
}

export function controlForms(words: Words): readonly Form[] {
  return [
    pauseForm({ sellers: [{ code: "EX", name: "Exemple SA" }], segments: ["Distribution"] }, words),
    flagForm({ reminder: 8, customer: "Garnier" }, words),
    companyForm({ ...DEFAULT_SETTINGS, dailyCap: 40 }, words),
  ];
}

const EFFECTS = [
  { step: "first", language: "fr", template: null, sent: 62, judged: 48, paid: 21, flagged: 2 } as const,
  {
    step: "second",
    language: "en",
    template: { name: "calm", version: 3 },
    sent: 12,
    judged: 9,
    paid: 1,
    flagged: 0,
  } as const,
].map(effectOf);

const STOPS = {
  pauses: [
    { pause: null, scope: "company" as const, name: null, from: null, until: null, reason: null, by: null },
    {
      pause: 4,
      scope: "segment" as const,
      name: "Distribution",
      from: "2026-11-30" as const,
      until: "2026-12-04" as const,
      reason: "salon",
      by: "Nadia Benali",
    },
  ],
  holds: [
    {
      customer: garnier,
      reason: "order-in-progress" as const,
      invoice: "F1",
      until: "2026-12-02" as const,
      by: "Claire Morel",
    },
    { customer: { code: "C2", name: "Lemoine" }, reason: "imported" as const, invoice: null, until: null, by: null },
  ],
  holdsTotal: 14,
  page: 0,
  before: 0,
};

const EVENINGS: readonly (readonly [string, EveningView["state"]])[] = [
  [
    "leaves",
    {
      is: "leaves",
      messages: 12,
      customers: 9,
      totals: [eur(5_430_000n)],
      asks: 2,
      largest: [{ customer: garnier, total: eur(1_240_000n) }],
    },
  ],
  ["suspended", { is: "suspended", pause: 4, by: "Nadia Benali" }],
  ["nothing left", { is: "nothing" }],
  ["past", { is: "past" }],
];

const NONE = { lines: [], total: 0, before: 0 };

const MESSAGES = {
  lines: [
    {
      customer: garnier,
      seller: null,
      step: "first" as const,
      total: eur(1_240_000n),
      listed: 3,
      reached: [
        { number: "F1", daysOverdue: 5 },
        { number: "F2", daysOverdue: 6 },
      ],
      to: ["sonia@garnier.example"],
      missing: [],
    },
    {
      customer: { code: "C2", name: "Lemoine" },
      seller: "Exemple SA",
      step: "pre-due" as const,
      total: eur(420_050n),
      listed: 1,
      reached: [{ number: "F9", daysOverdue: -5 }],
      to: ["marc@lemoine.example"],
      missing: ["signatory" as const],
    },
  ],
  total: 9,
  before: 0,
};

const REASON = { reason: "promise" as const, invoices: 3, customers: 2, totals: [eur(900_000n)] };

const WHOLE: Extract<PreviewView["shown"], { is: "whole" }> = {
  is: "whole",
  messages: MESSAGES,
  totals: [eur(5_430_000n)],
  asks: {
    lines: [
      {
        customer: { code: "C3", name: "Batival" },
        kind: "call",
        holder: "Claire Morel",
        invoices: 2,
        totals: [eur(600_000n)],
      },
    ],
    total: 1,
    before: 0,
  },
  reasons: [REASON, { reason: "direct-debit", invoices: 1, customers: 1, totals: [eur(12_000n)] }],
};

const HELD: PreviewView["shown"] = {
  is: "held",
  page: 0,
  reason: REASON,
  held: {
    lines: [
      { customer: garnier, invoices: ["F1", "F2"], totals: [eur(700_000n)], until: "2026-12-03" },
      {
        customer: { code: "C2", name: "Lemoine" },
        invoices: ["F3", "F4", "F5", "F6", "F7"],
        totals: [eur(200_000n)],
        until: null,
      },
    ],
    total: 2,
    before: 0,
  },
};
