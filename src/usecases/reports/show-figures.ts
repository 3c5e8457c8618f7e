import { AGED_BUCKETS, type AgedBucket } from "#domain/aging.ts";
import type { Day } from "#domain/calendar.ts";
import type { Kpis, KpiWindow } from "#domain/kpi.ts";
import { toDecimal, type Currency } from "#domain/money.ts";
import { COMPANY, type ReportScope } from "#domain/report-scope.ts";
import { mostOverdue, type OverdueCustomer } from "#store/figures.ts";
import { personByEmail } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { kpisOfCustomers } from "#usecases/reports/kpis.ts";
import { customersOfScope } from "#usecases/reports/report-scope.ts";

/**
 * Figures of one currency, amounts as decimals in its own digits, never summed with another currency's; days and
 * percentages with two decimals, null where a figure has no meaning.
 */
export interface CurrencyFigures {
  readonly openInvoices: number;
  readonly outstanding: string;
  readonly overdueInvoices: number;
  readonly overdue: string;
  readonly notDue: string;
  readonly disputed: string;
  readonly promised: string;
  readonly chaseable: string;
  /** Unused credit notes and payments: zero or below; outstanding + unallocated = balance. */
  readonly unallocated: string;
  readonly aged: Readonly<Record<AgedBucket, string>>;
  readonly dsoSimple: number | null;
  readonly dsoBestPossible: number | null;
  readonly averageDaysDelinquent: number | null;
  /** Null also where the sales known do not reach back far enough. */
  readonly dsoCountback: number | null;
  /** The sales known cover fewer days than it would take: longer than so many; else null. */
  readonly dsoCountbackBeyond: number | null;
  readonly cei: number | null;
  readonly overdueRate: number | null;
  readonly promiseKeptRate: Kpis["promiseKeptRate"];
  readonly disputeDays: Kpis["disputeDays"];
  readonly collected: string;
  /** Counted after `from`, up to and including `to`; the CEI counts the calendar month up to `to`. */
  readonly window: KpiWindow;
  /** Most overdue first, ties by code. */
  readonly top: readonly { readonly customer: string; readonly overdue: string }[];
}

export interface Figures {
  readonly asOf: Day;
  readonly currencies: Readonly<Record<Currency, CurrencyFigures>>;
}

export interface FiguresAsked {
  readonly asOf: Day;
  /** "person:EMAIL", "team:EMAIL" (the manager's own customers too), "seller:CODE"; null = the company. */
  readonly scope: string | null;
  readonly top: number;
}

export const TOP_DEFAULT = 10;
export const TOP_MAX = 1000;

/** The ledger's figures as they stood on a day, by replay; `unknown-scope` when nobody and nothing has that name. */
export async function showFigures(
  context: Context,
  { asOf, scope: named, top }: FiguresAsked,
): Promise<Figures | "unknown-scope"> {
  const scope = await scopeNamed(context, named);
  const whose = scope === null ? null : await customersOfScope(context, scope);
  if (whose === null) return "unknown-scope";
  const kpis = await kpisOfCustomers(context, whose, asOf);
  const late = Map.groupBy(await mostOverdue(context.store.db, asOf, whose, top), ({ currency }) => currency);
  const figures = [...kpis].map(([currency, each]): [Currency, CurrencyFigures] => [
    currency,
    figuresOf(each, currency, late.get(currency) ?? []),
  ]);
  return { asOf, currencies: Object.fromEntries(figures) };
}

/** The scope that a program means: people are named by e-mail address there. */
export async function scopeNamed({ store }: Context, named: string | null): Promise<ReportScope | null> {
  if (named === null) return COMPANY;
  const [, kind, name = ""] = /^(person|team|seller):(.+)$/.exec(named) ?? [];
  if (kind === "seller") return { is: "seller", code: name };
  const person = kind === undefined ? null : await personByEmail(store.db, name);
  if (person === null) return null;
  return kind === "team" ? { is: "team", manager: person.id } : { is: "person", person: person.id };
}

function figuresOf(kpis: Kpis, currency: Currency, top: readonly OverdueCustomer[]): CurrencyFigures {
  const decimal = (minor: bigint) => toDecimal({ minor, currency });
  const aged = AGED_BUCKETS.map((bucket) => [bucket, decimal(kpis.aged[bucket])]);
  return {
    openInvoices: kpis.openInvoices,
    outstanding: decimal(kpis.outstanding),
    overdueInvoices: kpis.overdueInvoices,
    overdue: decimal(kpis.overdue),
    notDue: decimal(kpis.notDue),
    disputed: decimal(kpis.disputed),
    promised: decimal(kpis.promised),
    chaseable: decimal(kpis.chaseable),
    unallocated: decimal(kpis.unallocated),
    aged: Object.fromEntries(aged) as Record<AgedBucket, string>,
    dsoSimple: kpis.dsoSimple,
    dsoBestPossible: kpis.dsoBestPossible,
    averageDaysDelinquent: kpis.averageDaysDelinquent,
    dsoCountback: kpis.dsoCountback,
    dsoCountbackBeyond: kpis.countbackBeyondDays,
    cei: kpis.cei,
    overdueRate: kpis.overdueRate,
    promiseKeptRate: kpis.promiseKeptRate,
    disputeDays: kpis.disputeDays,
    collected: decimal(kpis.collected),
    window: kpis.window,
    top: top.map(({ customer, overdue }) => ({ customer, overdue: decimal(overdue) })),
  };
}
