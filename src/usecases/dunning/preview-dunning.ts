import type { Day } from "#domain/calendar.ts";
import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import type { Debtor, Holder } from "#domain/dunning-facts.ts";
import type { DayPlan, HeldReason, PlannedAsk, PlannedLine, PlannedMessage } from "#domain/dunning-plan.ts";
import { planDay } from "#domain/dunning.ts";
import { toDecimal } from "#domain/money.ts";
import type { RecipientRole, Scenario, StepName } from "#domain/scenario.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/** An invoice of a message or an ask; amounts are decimals of its currency. */
export interface PreviewInvoice {
  readonly number: string;
  readonly residual: string;
  readonly daysOverdue: number;
  /** The step it is brought to; in a message that only lists it, the last one done. */
  readonly step: StepName | null;
}

export interface PreviewMessage {
  readonly customer: string;
  readonly seller: string;
  readonly currency: string;
  readonly language: string;
  readonly channel: "email";
  readonly step: StepName;
  readonly to: readonly string[];
  /** Copies, where the step has any. */
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** Roles the step is meant for and nobody has (D6). */
  readonly missing?: readonly RecipientRole[];
  readonly total: string;
  readonly invoices: readonly PreviewInvoice[];
  readonly held?: "before-go-live";
}

export interface PreviewAsk {
  readonly customer: string;
  /** The e-mail of who has the customer; null = nobody but finance. */
  readonly rep: string | null;
  readonly step: StepName;
  /** Who is asked: an e-mail, or "finance". */
  readonly holder: string;
  readonly invoices: readonly PreviewInvoice[];
  readonly held?: "before-go-live";
}

/** A task beside the steps: whom to write to, what to do with a credit. */
export interface PreviewTask {
  readonly customer: string;
  readonly kind: "in-credit" | "who-to-write-to";
  readonly holder: string;
  readonly invoices: readonly string[];
}

export interface PreviewHeld {
  readonly customer: string;
  readonly seller: string;
  readonly invoice: string;
  readonly reason: HeldReason;
  readonly until: Day | null;
}

export interface DunningPreview {
  readonly day: Day;
  readonly messages: readonly PreviewMessage[];
  readonly asks: readonly PreviewAsk[];
  readonly tasks: readonly PreviewTask[];
  readonly heldBack: readonly PreviewHeld[];
}

/**
 * The plan of a day from what is known now, as if nothing was planned for it yet; changes nothing. `planned` = by which
 * scenarios, where they are others than those in force.
 */
export async function planFor(
  context: Context,
  day: Day,
  payers: readonly string[] | null = null,
  planned: readonly Scenario[] | null = null,
): Promise<{ readonly plan: DayPlan; readonly debtors: readonly Debtor[] }> {
  const { db } = context.store;
  const scenarios = planned ?? (await scenariosInForce(db)).scenarios;
  const facts = await loadDunningFacts(db, factsScope(context, { day, scenarios, payers, forgetPlanned: true }));
  return { plan: planDay(applyEndedStops(facts, day).facts, day), debtors: facts.debtors };
}

/** Who would receive what on a day, who would be asked, and why the rest waits (D9). */
export async function previewDunning(context: Context, day: Day): Promise<DunningPreview> {
  const { plan, debtors } = await planFor(context, day);
  const owners = new Map(debtors.map((debtor) => [debtor.code, debtor.owner]));
  const steps = plan.asks.filter((ask) => isStep(ask));
  const tasks = plan.asks.filter((ask) => !isStep(ask));
  return {
    day,
    messages: plan.messages.map(messageOf),
    asks: steps.map((ask) => ({
      customer: ask.payer,
      rep: emailOf(owners.get(ask.payer)),
      step: ask.step,
      holder: nameOf(ask.holder),
      invoices: ask.lines.map(invoiceOf),
      ...(ask.held === null ? {} : { held: ask.held }),
    })),
    tasks: tasks.map((ask) => ({
      customer: ask.payer,
      kind: ask.kind as PreviewTask["kind"],
      holder: nameOf(ask.holder),
      invoices: ask.lines.map((line) => line.invoice.number),
    })),
    heldBack: plan.heldBack.map(({ payer, invoice, reason, until }) => ({
      customer: payer,
      seller: invoice.seller,
      invoice: invoice.number,
      reason,
      until,
    })),
  };
}

function isStep(ask: PlannedAsk): boolean {
  return ask.kind !== "in-credit" && ask.kind !== "who-to-write-to";
}

function messageOf(message: PlannedMessage): PreviewMessage {
  const { payer, seller, currency, language, step, to, cc, bcc, missing, held } = message;
  return {
    customer: payer,
    seller,
    currency,
    language,
    channel: "email",
    step,
    to,
    ...(cc.length === 0 ? {} : { cc }),
    ...(bcc.length === 0 ? {} : { bcc }),
    ...(missing.length === 0 ? {} : { missing }),
    total: toDecimal({ minor: message.total, currency }),
    invoices: message.lines.map(invoiceOf),
    ...(held === null ? {} : { held }),
  };
}

function invoiceOf({ invoice, daysOverdue, step }: PlannedLine): PreviewInvoice {
  const residual = toDecimal({ minor: invoice.residual, currency: invoice.currency });
  return { number: invoice.number, residual, daysOverdue, step };
}

function emailOf(holder: Holder | undefined): string | null {
  return holder !== undefined && "email" in holder ? holder.email : null;
}

function nameOf(holder: Holder): string {
  return "email" in holder ? holder.email : holder.role;
}
