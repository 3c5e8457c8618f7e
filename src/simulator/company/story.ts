import type { Day } from "#domain/calendar.ts";

/** The demo begins on a Tuesday, before anybody's digest. */
export const START_DAY: Day = "2026-11-24";
/** From here on reminders leave: four weeks, so that the first morning has something of every kind. */
export const GO_LIVE_DAY: Day = "2026-10-26";
/** The ledger is loaded, and nothing leaves yet. */
export const FIRST_IMPORT_DAY: Day = "2026-10-23";
/** From here on the past is lived hour by hour. */
export const REMEMBERED_FROM: Day = "2026-11-20";
/** Eighteen months of invoices before the start. */
export const LEDGER_FROM: Day = "2025-05-01";
export const LEDGER_UNTIL: Day = "2027-11-30";

/** An invoice written by hand; `paidOn` null: its customer decides as time goes on. Amounts in cents. */
export interface WrittenInvoice {
  readonly customer: string;
  readonly issued: Day;
  readonly due: Day;
  readonly cents: number;
  readonly paidOn: Day | null;
}

const written = (customer: string, issued: Day, due: Day, euros: number, paidOn: Day | null = null) => ({
  customer,
  issued,
  due,
  cents: euros * 100,
  paidOn,
});

/** Claire's autumn: 12 400 late at Garnier, 6 000 promised by Batival and not come, 9 000 promised by Texto for today... */
export const WRITTEN_INVOICES: readonly WrittenInvoice[] = [
  written("C1001", "2026-09-10", "2026-10-25", 5200),
  written("C1001", "2026-09-16", "2026-10-25", 4350),
  written("C1001", "2026-09-24", "2026-10-25", 2850),
  written("C1002", "2026-09-25", "2026-10-25", 5040),
  written("C1002", "2026-09-25", "2026-10-25", 3600),
  written("C1003", "2026-09-07", "2026-10-07", 6000),
  written("C1004", "2026-08-24", "2026-10-08", 9000),
  written("C1005", "2026-09-09", "2026-10-09", 8150, "2026-11-23"),
  written("C1005", "2026-10-31", "2026-12-15", 11500),
  written("C1006", "2026-09-11", "2026-10-26", 3150, "2026-10-28"),
  written("C1006", "2026-10-09", "2026-11-23", 4200),
  written("C1006", "2026-11-05", "2026-12-20", 6300),
  written("C1007", "2026-09-15", "2026-10-30", 4610, "2026-10-30"),
  written("C1007", "2026-10-21", "2026-12-05", 9860),
  written("C1008", "2026-09-01", "2026-10-31", 7450, "2026-11-04"),
  written("C1008", "2026-11-01", "2026-12-31", 16400),
];

/** What Claire did in the weeks before the start, in the chat. Colleagues act by themselves: see colleagues.ts. */
export interface WrittenAct {
  readonly on: Day;
  readonly customer: string;
  /** A promise that was given on the phone, as a command; or an answer by the menu on the card. */
  readonly does: { readonly command: string; readonly text: string } | "promise-from-menu";
}

export const WRITTEN_ACTS: readonly WrittenAct[] = [
  { on: "2026-11-12", customer: "C1003", does: { command: "/promesse", text: "Batival 19/11/2026 6000" } },
  { on: "2026-11-13", customer: "C1004", does: { command: "/promesse", text: "Texto 24/11/2026 9000" } },
  { on: "2026-11-17", customer: "C1005", does: "promise-from-menu" },
];

/** Who is on leave around the start, and who stands in: said in the chat, like everything. */
export const WRITTEN_ABSENCES: readonly {
  readonly saidOn: Day;
  readonly who: string;
  readonly from: Day;
  readonly until: Day;
  readonly text: string;
}[] = [
  {
    saidOn: "2026-11-20",
    who: "hugo",
    from: "2026-11-23",
    until: "2026-11-27",
    text: "du 23 au 27 novembre Maëlle Le Goff",
  },
];

/** Promised days that Texto keeps whatever happens: the good news of the second morning. */
export const KEPT_PROMISES: readonly { readonly customer: string; readonly on: Day }[] = [
  { customer: "C1004", on: START_DAY },
];

/** Disputes that accounting had noted before Relais came, by customer: on the invoice that is open, or the last one paid. */
export const NOTED_DISPUTES = [
  {
    customer: "C2201",
    category: "quantity",
    share: 0.2,
    opened: "2026-09-14",
    closed: "2026-09-29",
    outcome: "theirs",
  },
  { customer: "C1202", category: "price", share: 0.15, opened: "2026-08-10", closed: "2026-08-21", outcome: "ours" },
  { customer: "C2302", category: "quality", share: 0.5, opened: "2026-07-06", closed: "2026-08-03", outcome: "shared" },
] as const;

/** Money on account that no invoice explains: a customer who paid one bill twice. */
export const OVERPAYMENT = {
  customer: "C1303",
  reference: "VIR-TROP-PERCU",
  on: "2026-11-18",
  cents: 184_000,
} as const;

/** What customers wrote back before the start. */
export const WRITTEN_REPLIES = [
  {
    on: "2026-10-27",
    customer: "C2303",
    kind: "out-of-office",
    text: "Bonjour, je suis absent jusqu'au 9 novembre. Pour toute urgence, contactez l'accueil. Xavier Duvernoy",
  },
  {
    on: "2026-11-23",
    customer: "C1101",
    kind: "human",
    text: "Bonjour,\n\nVotre facture est validée chez nous, le virement part vendredi 27 novembre.\n\nBien à vous,\nLucie Tressan",
  },
] as const;
