import type { Control } from "#cards/card.ts";
import { contactReach, type ContactView } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Words } from "#i18n/words.ts";

/** How a customer takes invoices in, as cards tell it. */
export interface CircuitView {
  readonly portal: string | null;
  readonly wantsOrderNumber: boolean;
  readonly cutOffDay: number | null;
  readonly note: string | null;
}

/** A task about what somebody knows of a customer, or about money that a factor or an insurer looks at. */
export type NoteTaskAbout =
  | {
      readonly is: "urgent-block";
      readonly by: string | null;
      readonly why: string | null;
      /** The last day of the stop that finance decides about. */
      readonly blockedUntil: Day;
      /** What finance answered; null = until further notice. */
      readonly keptUntil: Day | null;
      /** Takes the stop itself back, for who asked for it. */
      readonly takeBack: number | null;
    }
  | {
      readonly is: "contact-proposed";
      readonly by: string | null;
      readonly now: ContactView | null;
      readonly proposed: ContactView;
    }
  | { readonly is: "circuit-changed"; readonly by: string | null; readonly circuit: CircuitView | null }
  | { readonly is: "vip-proposed"; readonly by: string | null; readonly why: string | null }
  | { readonly is: "paid-to-us" }
  | { readonly is: "insurer-declaration"; readonly before: Day | null };

const KINDS: readonly string[] = [
  "urgent-block",
  "contact-proposed",
  "circuit-changed",
  "vip-proposed",
  "paid-to-us",
  "insurer-declaration",
] satisfies readonly NoteTaskAbout["is"][];

/** Whether a task is about what a rep noted of a customer. */
export function isNoteTask(about: { readonly is: string }): about is NoteTaskAbout {
  return KINDS.includes(about.is);
}

/** The task in one line. */
export function noteTaskTitle(about: NoteTaskAbout, customer: string, words: Words): string {
  const say = words.notes;
  switch (about.is) {
    case "urgent-block":
      return say.block.title(customer);
    case "contact-proposed":
      return say.contact.title(customer);
    case "circuit-changed":
      return say.circuit.title(customer);
    case "vip-proposed":
      return say.vip.title(customer);
    case "paid-to-us":
      return say.paidToUs.title(customer);
    case "insurer-declaration":
      return say.insurer.title(customer);
    default:
      return about satisfies never;
  }
}

/** What it says while it is open, to whoever answers or only waits for the answer. */
export function noteTaskLines(
  about: NoteTaskAbout,
  to: { readonly customer: string; readonly mayAnswer: boolean },
  words: Words,
): readonly string[] {
  const say = words.notes;
  const { customer, mayAnswer } = to;
  switch (about.is) {
    case "urgent-block":
      return mayAnswer
        ? [say.block.text(about.by, about.blockedUntil), ...quoted(about.why, words)]
        : [say.block.waits(customer, about.blockedUntil)];
    case "contact-proposed":
      return [
        mayAnswer ? say.contact.proposes(about.by, about.now === null) : say.contact.waits(customer),
        ...(about.now === null ? [] : [say.contact.now(contactReach(about.now, words))]),
        say.contact.proposed(contactReach(about.proposed, words)),
        ...(mayAnswer ? [say.contact.text(about.by)] : []),
      ];
    case "circuit-changed":
      return [say.circuit.text(about.by), ...circuitLines(about.circuit, words)];
    case "vip-proposed":
      return mayAnswer ? [say.vip.text(about.by), ...quoted(about.why, words)] : [say.vip.waits(customer)];
    case "paid-to-us":
      return [say.paidToUs.text];
    case "insurer-declaration":
      return [say.insurer.declareBefore(about.before)];
    default:
      return about satisfies never;
  }
}

/** The circuit in a few lines; null = nothing is known. */
export function circuitLines(circuit: CircuitView | null, words: Words): readonly string[] {
  const say = words.notes.circuit;
  if (circuit === null) return [say.unknown];
  return [
    ...(circuit.portal === null ? [] : [say.portal(circuit.portal)]),
    circuit.wantsOrderNumber ? say.orderNumber : say.noOrderNumber,
    ...(circuit.cutOffDay === null ? [] : [say.cutOff(circuit.cutOffDay)]),
    ...(circuit.note === null ? [] : [circuit.note]),
  ];
}

/** The buttons of such a task: agree or not, or done. */
export function noteTaskControls(ask: number, about: NoteTaskAbout, words: Words): readonly Control[] {
  const say = words.notes;
  const decide = (label: string, agreed: boolean): Control => ({
    is: "button",
    label,
    action: { do: "decide-note", ask, agreed },
    ...(agreed ? { look: "primary" } : {}),
  });
  const finish = (label: string): Control => ({ is: "button", label, action: { do: "task-done", ask } });
  switch (about.is) {
    case "urgent-block":
      return [
        { is: "button", label: say.block.keep, action: { do: "open-form", form: "keep-block", ask }, look: "primary" },
        decide(say.block.carryOn, false),
      ];
    case "contact-proposed":
      return [decide(say.contact.agree, true), decide(say.contact.refuse, false)];
    case "circuit-changed":
      return [finish(say.circuit.done)];
    case "vip-proposed":
      return [decide(say.vip.agree, true), decide(say.vip.refuse, false)];
    case "paid-to-us":
      return [finish(say.paidToUs.done)];
    case "insurer-declaration":
      return [finish(say.insurer.done)];
    default:
      return about satisfies never;
  }
}

/** What was decided, and by whom; null = it was simply done. */
export function noteTaskClosed(
  about: NoteTaskAbout,
  closed: { readonly customer: string; readonly by: string | null; readonly agreed: boolean },
  words: Words,
): string | null {
  const say = words.notes;
  const { customer, by, agreed } = closed;
  switch (about.is) {
    case "urgent-block":
      return agreed ? say.block.kept(customer, about.keptUntil, by) : say.block.carriedOn(customer, by);
    case "contact-proposed":
      return (agreed ? say.contact.agreed : say.contact.refused)(customer, by);
    case "vip-proposed":
      return (agreed ? say.vip.agreed : say.vip.refused)(customer, by);
    case "circuit-changed":
    case "paid-to-us":
    case "insurer-declaration":
      return null;
    default:
      return about satisfies never;
  }
}

function quoted(why: string | null, words: Words): readonly string[] {
  return why === null ? [] : [words.notes.block.why(why)];
}
