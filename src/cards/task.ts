import type { Card, Part } from "#cards/card.ts";
import { openCustomer, taskControls, undoButton } from "#cards/task-controls.ts";
import { isNoteTask, noteTaskClosed, noteTaskLines, noteTaskTitle, type NoteTaskAbout } from "#cards/task-note.ts";
import { asOfPart, contactLine, type AsOf, type ContactView, type CustomerName } from "#cards/view.ts";
import type { TaskWithdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { ContactStop } from "#domain/customer.ts";
import type { RoadEnding } from "#domain/end-of-road.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** A task beside calling: mostly finance's, some a rep's (D17). */
export interface TaskView {
  readonly ask: number;
  readonly customer: CustomerName;
  readonly about: TaskAbout;
  /** What can be asked for on its lines, per currency. */
  readonly totals: readonly Money[];
  readonly invoices: number;
  readonly oldestDaysLate: number;
  readonly state: "open" | "answered" | "withdrawn";
  /** Why it went by itself; null = it did not. */
  readonly withdrawn: TaskWithdrawal | null;
  /** Who answered, or did what made it go; the first answer wins and the copies say who. */
  readonly by: string | null;
  readonly outcome: "done" | "approved" | "refused" | "other" | null;
  readonly mayAnswer: boolean;
  readonly undoEvent: number | null;
  readonly asOf: AsOf;
}

/** Whose address receives no more, why and since when. */
export interface StoppedContact {
  readonly name: string;
  readonly email: string | null;
  readonly because: ContactStop;
  readonly since: Day | null;
}

/** What each kind of task needs to be told. */
export type TaskAbout =
  | NoteTaskAbout
  | { readonly is: "formal-notice" }
  /** The day of the last formal notice that was posted. */
  | { readonly is: "decision"; readonly noticePostedOn: Day | null }
  | { readonly is: "end-of-road"; readonly ending: RoadEnding; readonly comment: string | null }
  | { readonly is: "check-payment"; readonly by: string | null; readonly until: Day | null }
  | {
      readonly is: "approve-promise";
      readonly amount: Money;
      readonly due: Day;
      readonly by: string | null;
      readonly until: Day | null;
      /** Until when the credit insurer covers it, where the promise goes beyond. */
      readonly covered: Day | null;
    }
  | { readonly is: "broken-promise"; readonly missing: Money; readonly due: Day; readonly by: string | null }
  | {
      readonly is: "who-to-write-to";
      readonly stopped: readonly StoppedContact[];
      /** Who is written to all the same. */
      readonly others: readonly string[];
      /** Whom to call to ask. */
      readonly call: ContactView | null;
    }
  | {
      readonly is: "assign-owner";
      readonly notMineBy: string | null;
      readonly people: readonly { readonly id: number; readonly name: string }[];
    }
  | { readonly is: "in-credit"; readonly credit: readonly Money[] }
  | {
      readonly is: "unknown-send";
      readonly step: StepName | null;
      readonly day: Day | null;
      readonly to: readonly string[];
    };

/** A task in its state: open with its buttons, done and by whom, or withdrawn. */
export function taskCard(view: TaskView, words: Words): Card {
  const title = taskTitle(view, words);
  return {
    name: `task-${view.about.is}`,
    summary: title,
    parts: [
      ...(view.state === "open" ? openParts(view, title, words) : closedParts(view, words)),
      asOfPart(view.asOf, words),
    ],
  };
}

/** The task in one line: its card's heading, and its entry in a list. */
export function taskTitle(view: Pick<TaskView, "about" | "customer">, words: Words): string {
  const say = words.cards.tasks;
  const { name } = view.customer;
  if (isNoteTask(view.about)) return noteTaskTitle(view.about, name, words);
  switch (view.about.is) {
    case "formal-notice":
      return say.formalNotice.title(name);
    case "decision":
      return say.decision.title(name);
    case "end-of-road":
      return say.endOfRoad.title(name, view.about.ending);
    case "check-payment":
      return say.checkPayment.title(name);
    case "approve-promise":
      return say.approvePromise.title(name);
    case "broken-promise":
      return say.brokenPromise.title(name);
    case "who-to-write-to":
      return say.whoToWriteTo.title(name);
    case "assign-owner":
      return say.assignOwner.title(name);
    case "in-credit":
      return say.inCredit.title(name);
    case "unknown-send":
      return say.unknownSend.title(name);
  }
}

function openParts(view: TaskView, title: string, words: Words): readonly Part[] {
  const say = words.cards.tasks;
  const facts = view.totals.length === 0 ? [] : [say.facts(view.totals, view.invoices, view.oldestDaysLate)];
  const takeBack =
    view.about.is === "urgent-block" && view.about.takeBack !== null ? [undoButton(view.about.takeBack, words)] : [];
  const controls = view.mayAnswer ? taskControls(view, words) : [...takeBack, openCustomer(view, words)];
  return [
    { is: "heading", text: title },
    ...[...taskLines(view, words), ...facts].map((text) => ({ is: "text", text }) as const),
    { is: "controls", controls },
  ];
}

function taskLines({ about, customer, mayAnswer }: TaskView, words: Words): readonly string[] {
  const say = words.cards.tasks;
  if (isNoteTask(about)) return noteTaskLines(about, { customer: customer.name, mayAnswer }, words);
  switch (about.is) {
    case "formal-notice":
      return [words.cards.letters.intro];
    case "decision":
      return [say.decision.text, noticeLine(about.noticePostedOn, words)];
    case "end-of-road":
      return [say.endOfRoad.text, ...(about.comment === null ? [] : [about.comment])];
    case "check-payment":
      return [say.checkPayment.text(about.by, about.until)];
    case "approve-promise":
      return [
        say.approvePromise.text(about.amount, about.due, about.by),
        ...(about.covered === null ? [] : [words.notes.insurer.beyond(about.covered)]),
        ...(about.until === null ? [] : [say.approvePromise.meanwhile(about.until)]),
      ];
    case "broken-promise":
      return [say.brokenPromise.text(about.missing, about.due, about.by)];
    case "who-to-write-to":
      return [
        ...about.stopped.map(({ name, email, because, since }) =>
          say.whoToWriteTo.stopped(name, email, words.common.contactStops[because], since),
        ),
        about.others.length === 0 ? say.whoToWriteTo.text : say.whoToWriteTo.others(about.others),
        ...(about.call === null ? [] : [say.whoToWriteTo.call(contactLine(about.call, words))]),
      ];
    case "assign-owner":
      return [say.assignOwner.text(about.notMineBy)];
    case "in-credit":
      return [say.inCredit.text(about.credit)];
    case "unknown-send":
      return [say.unknownSend.text(about.step, about.day, about.to)];
  }
}

function noticeLine(postedOn: Day | null, words: Words): string {
  const say = words.cards.letters.endOfRoad;
  return postedOn === null ? say.neverPosted : say.postedOn(postedOn);
}

function closedParts(view: TaskView, words: Words): readonly Part[] {
  const text = closedText(view, words);
  if (view.undoEvent === null) return [{ is: "text", text }];
  return [
    { is: "text", text },
    { is: "controls", controls: [undoButton(view.undoEvent, words)] },
  ];
}

function closedText(view: TaskView, words: Words): string {
  const say = words.cards.tasks;
  const { name } = view.customer;
  if (view.withdrawn !== null) return say.withdrawn(name, view.withdrawn, view.by);
  const { about, by, outcome } = view;
  const decided = isNoteTask(about)
    ? noteTaskClosed(about, { customer: name, by, agreed: outcome === "approved" }, words)
    : null;
  if (decided !== null) return decided;
  if (view.outcome === "approved") {
    return say.approvePromise.approved(name, view.about.is === "approve-promise" ? view.about.due : null, by);
  }
  return view.outcome === "refused" ? say.approvePromise.refusedAs(name, by) : say.closed(name, by);
}
