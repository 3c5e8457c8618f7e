import type { Day } from "./calendar.ts";
import type { Debtor, DunnedInvoice } from "./dunning-facts.ts";
import type { Stop } from "./dunning-plan.ts";
import { stepDay } from "./dunning-step-day.ts";
import { unanswered, type Unanswered } from "./dunning-unanswered.ts";
import type { Scenario, Step } from "./scenario.ts";
import { caughtUpTo, isHuman, stepsOpen, stepsReached } from "./steps-reached.ts";

/** What the scenario has for an invoice on a day, stops aside. */
export type NextStep =
  | { readonly is: "nothing" }
  | { readonly is: "due"; readonly step: Step }
  | { readonly is: "waits"; readonly step: Step; readonly stop: Stop };

/**
 * The one step an invoice takes on a day. A level is a state: a missed day catches up to the age, and e-mail levels may be
 * skipped in doing so; a person's step (call, formal notice, decision) is never skipped and never comes without a delivered
 * e-mail. An invoice whose pace was set anew takes its next step only.
 */
export function nextStep(scenario: Scenario, invoice: DunnedInvoice, debtor: Debtor, day: Day): NextStep {
  if (day <= invoice.due) return beforeDue(scenario, invoice, debtor, day);
  const reached = stepsReached(scenario, invoice, debtor, day);
  const candidates = stepsOpen(invoice, reached);
  const step = caughtUpTo(candidates);
  if (step === undefined) return { is: "nothing" };
  if (!isHuman(step)) return { is: "due", step };

  const answer = invoice.keyAccount ? ({ is: "unanswered" } as const) : groundFor(step, invoice, day);
  if (answer.is === "unanswered") return { is: "due", step };
  if (answer.is === "waits") return { is: "waits", step, stop: answer.stop };
  // Time alone will not ground this step: an e-mail will, the one before it or else the one after.
  const email = emailsBefore(step, candidates).at(-1) ?? emailsAfter(step, reached).at(-1);
  if (email !== undefined) return { is: "due", step: email };
  const reason = invoice.lastReminder?.state === "sent" ? "answered" : "no-email-yet";
  return { is: "waits", step, stop: { reason, until: null } };
}

/** Large invoices and slow payers hear once before the day; late if need be, up to the day itself. */
function beforeDue(scenario: Scenario, invoice: DunnedInvoice, debtor: Debtor, day: Day): NextStep {
  const step = scenario.steps.find((candidate) => candidate.name === "pre-due");
  if (step === undefined || invoice.step !== null || invoice.reentered) return { is: "nothing" };
  const on = stepDay(scenario, step, invoice, debtor);
  return on !== null && on <= day ? { is: "due", step } : { is: "nothing" };
}

/** A call follows an unanswered reminder; the steps after it need no more than an e-mail that arrived. */
function groundFor(step: Step, invoice: DunnedInvoice, day: Day): Unanswered {
  if (!invoice.delivered) return { is: "blocked" };
  const isCall = step.channel === "call" && step.name !== "decision";
  return isCall ? unanswered(invoice, day) : { is: "unanswered" };
}

function emailsBefore(human: Step, steps: readonly Step[]): readonly Step[] {
  return steps.slice(0, steps.indexOf(human)).filter((step) => !isHuman(step));
}

function emailsAfter(human: Step, steps: readonly Step[]): readonly Step[] {
  const after = steps.slice(steps.indexOf(human) + 1);
  const next = after.findIndex(isHuman);
  return next === -1 ? after : after.slice(0, next);
}
