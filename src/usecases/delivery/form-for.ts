import type { Action } from "#cards/action.ts";
import type { Form } from "#cards/card.ts";
import { absenceForm } from "#cards/forms/absence-form.ts";
import { askByHandForm, commentForm, dayForm, otherContactForm } from "#cards/forms/answer-forms.ts";
import { calendarForm } from "#cards/forms/calendar-form.ts";
import { closeDisputeForm, disputeForm } from "#cards/forms/dispute-form.ts";
import { holdForm } from "#cards/forms/hold-form.ts";
import { endOfRoadForm, postLetterForm, receiveLetterForm, refuseLetterForm } from "#cards/forms/letter-forms.ts";
import { promiseForm } from "#cards/forms/promise-form.ts";
import { profileForm } from "#cards/forms/scenario-forms.ts";
import { settingsForm } from "#cards/forms/settings-form.ts";
import { retryDay } from "#domain/ask-answer.ts";
import { shownAddress } from "#domain/calendar-feed.ts";
import { addWorkingDays } from "#domain/calendar.ts";
import { mailRecipients } from "#domain/customer.ts";
import { HOLD_REASONS, latestHold, REP_HOLD_REASONS } from "#domain/hold.ts";
import { mayTouch, type Act } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { askById } from "#store/asks.ts";
import { feedOf } from "#store/calendar-feeds.ts";
import { customerName } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { disputeById } from "#store/disputes.ts";
import { paidBy } from "#store/families.ts";
import { letterById } from "#store/letters.ts";
import { openItems } from "#store/open-items.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { promiseById } from "#store/promises.ts";
import { replyById } from "#store/replies.ts";
import { askMoney, lateMoney } from "#usecases/asks/ask-money.ts";
import { byCurrency, type Drawing, drawingFor } from "#usecases/delivery/drawing.ts";
import type { Context } from "#usecases/context.ts";
import { companyFormFor } from "#usecases/company/company-settings.ts";
import { flagFormFor } from "#usecases/dunning/flag-reminder.ts";
import { pauseFormFor } from "#usecases/stops/draw-stops.ts";
import { NOTE_FORMS } from "#usecases/customers/note-forms.ts";
import { leavingSoon } from "#usecases/dunning/leaving-reminders.ts";
import { proposalsOf } from "#usecases/replies/reply-proposals.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { chooseScenarioFormFor, scenarioFormFor } from "#usecases/scenarios/scenario-forms.ts";

type OpenForm = Extract<Action, { do: "open-form" }>;

/** A chat's list of invoices stays readable; the customer card pages through the others. */
const INVOICES_MAX = 50;
const LATER_WORKING_DAYS_MAX = 5;
/** How long "wait longer" waits unless somebody says otherwise. */
const WAIT_WORKING_DAYS = 10;

/** Holds that finance may choose: a rep's reasons and its own; not those that answers and imports place. */
const FINANCE_HOLD_REASONS = HOLD_REASONS.filter(
  (reason) => reason !== "imported" && reason !== "reply" && reason !== "urgent",
);

/**
 * The form that an action opens, filled with what is known, for somebody who may use it (checked again when it comes
 * back). Refused for a customer that is none of theirs, or when what it was about is gone.
 */
export async function formFor(context: Context, action: OpenForm, viewer: Person): Promise<Result<Form>> {
  const drawing = drawingFor(context, viewer);
  if (action.form === "settings") {
    const feed = await feedOf(context.store.db, viewer.id);
    const calendar = feed === null ? null : shownAddress(feed.address);
    return done(settingsForm({ ...viewer, calendar, company: context.settings }, drawing.words));
  }
  if (action.form === "calendar") return done(calendarForm(drawing.words));
  if (action.form === "absence") return done(absenceForm(context.today, drawing.words));
  // Opened through subscribeFormFor, which asks the chat for its channels.
  if (action.form === "subscribe") return refused({ why: "gone" });
  if (action.form === "scenario-day" || action.form === "template-text") return scenarioFormFor(drawing, action);
  if (action.form === "pause") return pauseFormFor(drawing);
  if (action.form === "company") return companyFormFor(drawing);
  if (action.form === "badly-received") return flagFormFor(drawing, action.reminder ?? 0);
  const subject = await subjectOf(drawing, action);
  if (subject === null) return refused({ why: "gone" });
  const owner = await ownershipOfCustomer(context.store.db, subject.customer);
  if (owner === null || !subject.acts.some((act) => mayTouch(viewer, owner, act)))
    return refused({ why: "not-allowed" });
  return FORMS[action.form](drawing, action, subject);
}

interface Subject {
  readonly customer: string;
  readonly name: string;
  /** Any of these rights opens the form. */
  readonly acts: readonly Act[];
}

type Named = Exclude<
  OpenForm["form"],
  | "settings"
  | "calendar"
  | "absence"
  | "subscribe"
  | "scenario-day"
  | "template-text"
  | "pause"
  | "company"
  | "badly-received"
>;

/** The right each form asks for, beside what an ask or a dispute gives its holder. */
const ACT: Readonly<Record<Named, Act | null>> = {
  promise: "promise",
  dispute: "dispute",
  "close-dispute": null,
  "other-contact": null,
  visit: null,
  later: null,
  "no-answer": null,
  comment: "comment",
  hold: "hold",
  "ask-by-hand": "ask-by-hand",
  "refuse-letter": "approve-letter",
  "post-letter": "approve-letter",
  "receive-letter": "approve-letter",
  "end-of-road": "end-road",
  "choose-scenario": "choose-scenario",
  "urgent-block": "urgent-block",
  "keep-block": null,
  contact: "note-customer",
  circuit: "note-customer",
  "customer-note": "hold",
  "payer-profile": "propose-profile",
};

async function subjectOf({ context }: Drawing, action: OpenForm): Promise<Subject | null> {
  const { db } = context.store;
  const ask = action.ask === undefined ? null : await askById(db, action.ask);
  const promise = action.promise === undefined ? null : await promiseById(db, action.promise);
  const dispute = action.dispute === undefined ? null : await disputeById(db, action.dispute);
  const letter = action.letter === undefined ? null : await letterById(db, action.letter);
  const code = letter?.debtor ?? ask?.customer ?? promise?.customer ?? dispute?.customer ?? action.customer;
  const head = code === undefined ? null : await customerName(db, code);
  if (head === null || action.form === "settings" || action.form === "calendar" || action.form === "subscribe")
    return null;
  if (action.form === "scenario-day" || action.form === "template-text" || action.form === "absence") return null;
  if (action.form === "pause" || action.form === "company" || action.form === "badly-received") return null;
  const own = ACT[action.form];
  const acts: readonly (Act | null)[] = [
    own,
    ask === null ? null : { do: "task", holderId: ask.holderId, holderRole: ask.holderRole },
    dispute === null ? null : { do: "close-dispute", ownerId: dispute.ownerId, ownerRole: dispute.ownerRole },
  ];
  return { customer: head.code, name: head.name, acts: acts.filter((act) => act !== null) };
}

type Build = (drawing: Drawing, action: OpenForm, subject: Subject) => Promise<Result<Form>>;

const FORMS: Readonly<Record<Named, Build>> = {
  promise: buildPromise,
  dispute: buildDispute,
  "close-dispute": async ({ words }, action, { name }) =>
    action.dispute === undefined ? refused({ why: "gone" }) : done(closeDisputeForm(action, name, words)),
  "other-contact": async ({ words }, action, { name }) => done(otherContactForm(action, name, words)),
  visit: buildDay,
  later: buildDay,
  "no-answer": buildDay,
  comment: async ({ words }, action, { name, customer }) => done(commentForm({ ...action, customer }, name, words)),
  hold: buildHold,
  "refuse-letter": async ({ words }, action, { name }) => done(refuseLetterForm(action, name, words)),
  "post-letter": buildPosting,
  "receive-letter": async ({ words, context }, action, { name }) =>
    done(receiveLetterForm(action, { customer: name, day: context.today }, words)),
  "end-of-road": async ({ words, context }, action, { name }) =>
    done(endOfRoadForm(action, { customer: name, day: addWorkingDays(context.today, WAIT_WORKING_DAYS) }, words)),
  ...NOTE_FORMS,
  "choose-scenario": (drawing, _action, subject) => chooseScenarioFormFor(drawing, subject),
  "payer-profile": async ({ words }, _action, { name, customer }) => done(profileForm({ customer, name }, words)),
  "ask-by-hand": async ({ words, context }, action, { name, customer }) => {
    const rep = (await ownershipOfCustomer(context.store.db, customer))?.repId ?? null;
    const owner = rep === null ? null : await personById(context.store.db, rep);
    return done(askByHandForm({ ...action, customer }, name, owner?.name ?? null, words));
  },
};

async function buildPromise({ context, words }: Drawing, action: OpenForm, subject: Subject): Promise<Result<Form>> {
  const promise = action.promise === undefined ? null : await promiseById(context.store.db, action.promise);
  const ask = action.ask === undefined ? null : await askById(context.store.db, action.ask);
  const late = await (ask === null ? lateMoney(context, subject.customer) : askMoney(context, ask));
  const open = await openItems(context.store.db, context.today, late.family);
  const all = byCurrency(open.map(({ residual, disputed, currency }) => ({ minor: residual - disputed, currency })));
  const owed = late.totals.length > 0 ? late.totals : all;
  if (promise === null && owed.length === 0) return refused({ why: "nothing-owed" });
  const [friday] = promiseDays(context.today);
  const said = (await readIn(context, action))?.promise ?? null;
  const view = {
    subject: { ...action, customer: subject.customer },
    customer: subject.name,
    owed,
    due: promise?.due ?? said?.due ?? friday?.day ?? context.today,
    amount: said?.amount ?? null,
    moving: promise === null ? null : { minor: promise.amount, currency: promise.currency },
  };
  return done(promiseForm(view, words));
}

async function buildDispute({ context, words }: Drawing, action: OpenForm, subject: Subject): Promise<Result<Form>> {
  const { db } = context.store;
  const items = await openItems(db, context.today, await paidBy(db, subject.customer));
  const contestable = items.filter((item) => item.residual > item.disputed);
  if (contestable.length === 0) return refused({ why: "nothing-owed" });
  const said = (await readIn(context, action))?.dispute ?? null;
  const view = {
    subject: { ...action, customer: subject.customer },
    customer: subject.name,
    ...(said === null ? {} : { said: { ...said, invoices: said.invoices.map(({ id }) => id), comment: said.said } }),
    invoices: contestable.slice(0, INVOICES_MAX).map(({ id, number, residual, currency, due }) => ({
      id,
      number,
      residual: { minor: residual, currency },
      due,
    })),
    others: Math.max(0, contestable.length - INVOICES_MAX),
  };
  return done(disputeForm(view, words));
}

/** What was read in the customer's mail that the form answers. */
async function readIn(context: Context, { reply: id }: OpenForm) {
  const reply = id === undefined ? null : await replyById(context.store.db, id);
  return reply === null ? null : proposalsOf(context, context.store.db, reply);
}

async function buildDay({ context, words }: Drawing, action: OpenForm, { name }: Subject): Promise<Result<Form>> {
  if (action.ask === undefined) return refused({ why: "gone" });
  const tomorrow = addWorkingDays(context.today, 1);
  const retry = retryDay(null, context.today);
  const day = action.form === "no-answer" && "day" in retry ? retry.day : tomorrow;
  const latest = addWorkingDays(context.today, LATER_WORKING_DAYS_MAX);
  const form = action.form === "visit" || action.form === "later" ? action.form : "no-answer";
  return done(dayForm(form, { subject: action, customer: name, day, latest }, words));
}

async function buildPosting(drawing: Drawing, action: OpenForm, { name, customer }: Subject): Promise<Result<Form>> {
  const { context, words } = drawing;
  const payer = (await customerName(context.store.db, customer))?.payer ?? customer;
  const to = mailRecipients(await contactsOf(context.store.db, payer)).map((contact) => contact.email ?? "");
  return done(postLetterForm(action, { customer: name, day: context.today, to }, words));
}

async function buildHold(drawing: Drawing, action: OpenForm, { name, customer }: Subject): Promise<Result<Form>> {
  const { context, viewer, words } = drawing;
  const isFinance = hasRole(viewer, "finance");
  const latest = latestHold(context.today);
  const [next] = await leavingSoon(context, [customer]);
  const { leaves } = words.cards.customer.reminder;
  const view = {
    subject: { ...action, customer },
    customer: name,
    reasons: isFinance ? FINANCE_HOLD_REASONS : REP_HOLD_REASONS,
    day: latest,
    latest: isFinance ? null : latest,
    next:
      next === undefined
        ? null
        : leaves(next.message.step, next.day, context.today, next.total, next.message.lines.length),
  };
  return done(holdForm(view, words));
}
