import { isDay, type Day } from "#domain/calendar.ts";
import { ENDINGS } from "#domain/end-of-road.ts";
import { PAYER_PROFILES } from "#domain/payer-profile.ts";
import type { StepName } from "#domain/scenario.ts";
import { isTold, type ToldEvent } from "#domain/told-events.ts";
import type { Happening } from "#i18n/cards/timeline/messages.ts";
import { disputeById } from "#store/disputes.ts";
import { holdById } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { promiseById } from "#store/promises.ts";
import type { TimelineRow, TimelineSubjects } from "#store/timeline.ts";
import { type Drawing, nameOf } from "#usecases/delivery/drawing.ts";
import { tellAsk } from "#usecases/customers/tell-ask.ts";

/** An event with what its line tells of, each kind by its own teller. */
export interface Telling {
  readonly drawing: Drawing;
  readonly row: TimelineRow;
  /** Of the row that the event is about; 0 = of none. */
  readonly id: number;
  readonly data: TimelineRow["data"];
  readonly subjects: TimelineSubjects;
}

type Told = Happening | null;
type Teller = (telling: Telling) => Told | Promise<Told>;

const EXCERPT_LENGTH_MAX = 140;

/** An event in the words of the timeline; null where what it was about is gone. */
export async function tellEvent(drawing: Drawing, row: TimelineRow, subjects: TimelineSubjects): Promise<Told> {
  const { kind, subjectId, data } = row;
  if (kind === null || !isTold(kind)) return null;
  return TELLERS[kind]({ drawing, row, id: subjectId ?? 0, data, subjects });
}

/** One for every kind that is told: a new kind has its words, or its reason in `UNTOLD_EVENTS`. */
const TELLERS: Readonly<Record<ToldEvent, Teller>> = {
  "went-live": () => ({ is: "all-reminders", what: "begin" }),
  "go-live-undone": () => ({ is: "all-reminders", what: "stopped" }),
  "dunning-paused": ({ data }) => paused(text(data, "reason"), dayOf(data, "until")),
  "dunning-resumed": () => ({ is: "all-reminders", what: "resumed" }),
  "setting-changed": companyChange,
  "reminder-sent": (telling) => reminder(telling, "sent"),
  "reminder-dropped": (telling) => reminder(telling, "dropped"),
  "reminder-unknown": (telling) => reminder(telling, "unknown"),
  "reminder-bounced": (telling) => reminder(telling, "bounced"),
  "reply-received": ({ id, subjects }) => {
    const reply = subjects.replies.get(id);
    return reply === undefined ? null : { is: "reply", from: reply.from, text: excerpt(reply.text) };
  },
  "reply-closed": ({ data }) => ({
    is: "reply-closed",
    how: data["how"] === "carry-on" ? "carry-on" : "dealt-with",
  }),
  "ask-opened": (telling) => tellAsk(telling, "opened"),
  "ask-joined": (telling) => tellAsk(telling, "joined"),
  "ask-withdrawn": (telling) => tellAsk(telling, "withdrawn"),
  "ask-reassigned": (telling) => tellAsk(telling, "passed"),
  "ask-left": (telling) => tellAsk(telling, "left"),
  "ask-answered": (telling) => tellAsk(telling, "answered"),
  "promise-given": (telling) => promise(telling, "given"),
  "promise-moved": (telling) => promise(telling, "moved"),
  "promise-cancelled": (telling) => promise(telling, "cancelled"),
  "promise-approved": (telling) => promise(telling, "approved"),
  "promise-refused": (telling) => promise(telling, "refused"),
  "promise-kept": (telling) => promise(telling, "kept"),
  "promise-partly-kept": (telling) => promise(telling, "partly-kept"),
  "promise-broken": (telling) => promise(telling, "broken"),
  "dispute-opened": (telling) => dispute(telling, "dispute-opened"),
  "dispute-closed": (telling) => dispute(telling, "dispute-closed"),
  "letter-approved": (telling) => letter(telling, "approved"),
  "letter-voided": (telling) => letter(telling, "voided"),
  "letter-posted": (telling) => letter(telling, "posted"),
  "letter-received": (telling) => letter(telling, "received"),
  "road-ended": ({ data }) => {
    const ending = ENDINGS.find((each) => each === data["ending"]);
    return ending === undefined ? null : { is: "road-ended", ending, comment: text(data, "comment") };
  },
  "badly-received": ({ data }) => ({ is: "badly-received", comment: text(data, "text") }),
  "thank-you-sent": () => ({ is: "thanked" }),
  "hold-placed": (telling) => hold(telling, "placed"),
  "hold-ended": (telling) => hold(telling, "ended"),
  "contact-stopped": (telling) => contact(telling, "stopped"),
  "contact-added": (telling) => contact(telling, "added"),
  "contact-proposed": (telling) => contact(telling, "proposed"),
  "contact-changed": (telling) => contact(telling, telling.data["isNew"] === true ? "added" : "changed"),
  "circuit-changed": ({ data }) => ({
    is: "circuit",
    what: data["before"] === null ? "learnt" : "changed",
    portal: text(data, "portal"),
    wantsOrderNumber: data["wantsOrderNumber"] === true,
    cutOffDay: typeof data["cutOffDay"] === "number" ? data["cutOffDay"] : null,
    note: text(data, "note"),
  }),
  "vip-proposed": ({ data }) => ({ is: "vip", what: "proposed", why: text(data, "why") }),
  "owner-changed": async ({ drawing, data }) => {
    const person = data["person"] ?? data["to"];
    return { is: "owner", name: typeof person === "number" ? await nameOf(drawing, person) : null };
  },
  "scenario-chosen": ({ data }) => ({ is: "scenario", scenario: text(data, "scenario") }),
  "profile-proposed": profile,
  "profile-decided": profile,
  comment: note,
  note,
};

/** Of the company's settings a customer's history tells the pause of all mail, and what was published for it. */
function companyChange({ data }: Telling): Told {
  if (data["name"] === "paused") {
    return data["value"] === true ? paused(null, null) : { is: "all-reminders", what: "resumed" };
  }
  const names = (of: string) => (Array.isArray(data[of]) ? (data[of] as readonly string[]) : []);
  return { is: "published", scenarios: names("scenarios"), wordings: names("wordings") };
}

function paused(reason: string | null, until: Day | null): Told {
  return { is: "all-paused", reason, until };
}

function reminder({ id, data, subjects }: Telling, fate: "sent" | "dropped" | "unknown" | "bounced"): Told {
  // The copy of an invoice is about its dispute; it has the same fates.
  if (data["invoiceCopy"] === true) return { is: "copy", of: "invoice", fate };
  const sent = subjects.reminders.get(id);
  if (sent === undefined) return null;
  return { is: "reminder", step: sent.step as StepName, fate, to: sent.to, invoices: sent.invoices };
}

/** What somebody said; or a copy that left, or why it did not. */
function note({ data }: Telling): Told {
  const said = text(data, "text");
  if (said !== null) return { is: "comment", text: said };
  const of = data["invoiceCopy"] === true ? "invoice" : typeof data["letterCopy"] === "number" ? "letter" : null;
  if (of === null) return null;
  const arrived = Array.isArray(data["to"]) && data["to"].length > 0;
  return { is: "copy", of, fate: arrived ? "sent" : "because" in data ? "dropped" : "bounced" };
}

type Promised = Extract<Happening, { is: "promise" }>["what"];

async function promise({ drawing, id }: Telling, what: Promised): Promise<Told> {
  const given = await promiseById(drawing.context.store.db, id);
  if (given === null) return null;
  return { is: "promise", what, amount: { minor: given.amount, currency: given.currency }, due: given.due };
}

async function dispute({ drawing, id }: Telling, is: "dispute-opened" | "dispute-closed"): Promise<Told> {
  const { db } = drawing.context.store;
  const found = await disputeById(db, id);
  const [invoice] = found === null ? [] : await invoiceHeads(db, [found.invoice]);
  if (found === null || invoice === undefined) return null;
  const about = { amount: { minor: found.amount, currency: invoice.currency }, invoice: invoice.number };
  return is === "dispute-opened"
    ? { is, ...about, category: found.category }
    : { is, ...about, outcome: found.outcome };
}

function letter({ data }: Telling, what: Extract<Happening, { is: "letter" }>["what"]): Told {
  const total = text(data, "total");
  return {
    is: "letter",
    what,
    total: total === null ? null : { minor: BigInt(total), currency: "EUR" },
    number: text(data, "number"),
    day: dayOf(data, "day"),
    reason: text(data, "reason"),
  };
}

async function hold({ drawing, id }: Telling, what: "placed" | "ended"): Promise<Told> {
  const found = await holdById(drawing.context.store.db, id);
  return found === null ? null : { is: "hold", what, reason: found.reason, until: found.until };
}

function contact({ id, data, subjects }: Telling, what: Extract<Happening, { is: "contact" }>["what"]): Told {
  const proposal = data["proposal"];
  const proposed = typeof proposal === "number" ? subjects.proposals.get(proposal) : undefined;
  return { is: "contact", what, name: proposed ?? subjects.contacts.get(id) ?? null };
}

function profile({ data }: Telling): Told {
  const known = PAYER_PROFILES.find((each) => each === data["profile"]);
  const scenario = text(data, "scenario");
  const { decision } = data;
  if (known === undefined || scenario === null) return null;
  const what = decision === "confirmed" || decision === "refused" ? decision : "proposed";
  return { is: "profile", what, profile: known, scenario };
}

function text(data: TimelineRow["data"], name: string): string | null {
  const found = data[name];
  return typeof found === "string" ? found : null;
}

function dayOf(data: TimelineRow["data"], name: string): Day | null {
  const found = text(data, name);
  return found !== null && isDay(found) ? found : null;
}

function excerpt(said: string): string {
  const line = said.replace(/\s+/g, " ").trim();
  return line.length > EXCERPT_LENGTH_MAX ? `${line.slice(0, EXCERPT_LENGTH_MAX)}…` : line;
}
