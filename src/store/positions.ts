import { eq, inArray, sql } from "drizzle-orm";

import { regionOf, type Day } from "#domain/calendar.ts";
import type { DatedPosition } from "#domain/dunning-facts.ts";
import type { Pace, Paced } from "#domain/dunning-step-day.ts";
import type { InvoiceKind } from "#domain/invoice.ts";
import type { Locale } from "#domain/person.ts";
import type { Chooser } from "#domain/scenario-choice.ts";
import type { StepName } from "#domain/scenario.ts";
import { stepDone } from "#store/step-done.ts";
import { customers, invoices, sellers } from "#store/schema/ledger.ts";
import type { Db } from "#store/store.ts";

/** Where an invoice stands in the scenario, with what the days of its steps depend on. */
export interface PositionedInvoice extends Paced, DatedPosition {
  readonly id: number;
  readonly wentLiveOn: Day | null;
  readonly payer: string;
  /** Of the paying customer. Whether it is slow, and how it stands with us, is not asked here. */
  readonly pace: Pace;
  readonly kind: InvoiceKind;
  /** What says which scenario is the payer's. */
  readonly chooser: Chooser;
  /** Frozen by insolvency, or for its factor alone to ask for: no step of ours comes. */
  readonly outOfOurHands: boolean;
  /** Nothing leaves to it by itself: its steps are calls. */
  readonly keyAccount: boolean;
}

/** `locale` = of customers whose language nobody told. */
export async function positionsOf(
  db: Db,
  ids: readonly number[],
  locale: Locale,
): Promise<readonly PositionedInvoice[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: invoices.id,
      due: invoices.dueDate,
      amount: invoices.amount,
      currency: invoices.currency,
      customerKind: customers.kind,
      step: invoices.step,
      shift: invoices.shift,
      reentered: invoices.reentered,
      done: sql<StepName | null>`${stepDone(sql`invoices`)}`,
      nextStepOn: invoices.nextStepOn,
      wentLiveOn: sellers.wentLiveOn,
      kind: invoices.kind,
      means: invoices.paymentMeans,
      payer: sql<string>`payer.code`,
      chosen: sql<string | null>`(select x.scenario from customer_scenarios x where x.customer_code = payer.code)`,
      segment: sql<string | null>`payer.segment`,
      language: sql<Locale | null>`payer.language`,
      outOfOurHands: sql<boolean>`${invoices.factoring} = 'notified'
        or coalesce(${invoices.issueDate} <= greatest(${customers.insolvencyDate}, payer.insolvency_date), false)`,
      keyAccount: sql<boolean>`${customers.keyAccount} or ${customers.vip} or payer.key_account or payer.vip`,
      payerKind: sql<Pace["kind"]>`payer.kind`,
      postalCode: sql<string | null>`payer.postal_code`,
      country: sql<string | null>`payer.country`,
    })
    .from(invoices)
    .innerJoin(sellers, eq(sellers.code, invoices.sellerCode))
    .innerJoin(customers, eq(customers.code, invoices.customerCode))
    .innerJoin(sql`customers payer`, sql`payer.code = coalesce(${customers.payerCode}, ${customers.code})`)
    .where(inArray(invoices.id, [...ids]));
  return rows.map(({ payerKind, postalCode, country, chosen, segment, language, ...row }) => ({
    ...row,
    chooser: { chosen, segment, language: language ?? locale },
    pace: { kind: payerKind, region: regionOf(postalCode, country), slowPayer: false },
  }));
}

/** Sets where an invoice stands in its scenario. */
export async function savePosition(tx: Db, invoice: number, position: DatedPosition): Promise<void> {
  const { step, shift, reentered, nextStepOn } = position;
  await tx.update(invoices).set({ step, shift, reentered, nextStepOn }).where(eq(invoices.id, invoice));
}

/** A position as the event log keeps it, so that undoing its cause can put it back. */
export interface KeptPosition extends DatedPosition {
  readonly invoice: number;
}

/** Where invoices stand now, to be put back when an act is undone. */
export async function positionsToKeep(db: Db, ids: readonly number[]): Promise<readonly KeptPosition[]> {
  if (ids.length === 0) return [];
  return db
    .select({
      invoice: invoices.id,
      step: invoices.step,
      shift: invoices.shift,
      reentered: invoices.reentered,
      nextStepOn: invoices.nextStepOn,
    })
    .from(invoices)
    .where(inArray(invoices.id, [...ids]));
}
