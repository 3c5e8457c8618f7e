import { AGED_BUCKETS, agedBalance, type AgedBucket } from "#domain/aging.ts";
import type { Day } from "#domain/calendar.ts";
import { toDecimal, type Currency } from "#domain/money.ts";
import { agedRows, isSeller, mostOverdue, type FiguresScope } from "#store/figures.ts";
import { credits } from "#store/open-items.ts";
import { personByEmail, teamBelow } from "#store/people.ts";
import { customersInScope } from "#store/portfolio.ts";
import type { Context } from "#usecases/context.ts";

/** Figures of one currency, amounts as decimals in its own digits; never summed with another currency's. */
export interface CurrencyFigures {
  readonly openInvoices: number;
  readonly outstanding: string;
  readonly overdueInvoices: number;
  readonly overdue: string;
  readonly notDue: string;
  readonly disputed: string;
  readonly promised: string;
  /** Unused credit notes and payments: zero or below; outstanding + unallocated = balance. */
  readonly unallocated: string;
  readonly aged: Readonly<Record<AgedBucket, string>>;
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
  { asOf, scope, top }: FiguresAsked,
): Promise<Figures | "unknown-scope"> {
  const { db } = context.store;
  const resolved = await resolve(context, scope);
  if (resolved === null) return "unknown-scope";
  const rows = Map.groupBy(await agedRows(db, asOf, resolved), (row) => row.currency);
  const late = Map.groupBy(await mostOverdue(db, asOf, resolved, top), (row) => row.currency);
  const unallocated = await unallocatedByCurrency(context, asOf, resolved);

  const names = [...new Set([...rows.keys(), ...unallocated.keys()])].toSorted();
  const figures = names.map((currency): [Currency, CurrencyFigures] => {
    const decimal = (minor: bigint) => toDecimal({ minor, currency });
    const { aged, openInvoices, overdueInvoices, ...amounts } = agedBalance(rows.get(currency) ?? []);
    return [
      currency,
      {
        openInvoices,
        outstanding: decimal(amounts.outstanding),
        overdueInvoices,
        overdue: decimal(amounts.overdue),
        notDue: decimal(amounts.notDue),
        disputed: decimal(amounts.disputed),
        promised: decimal(amounts.promised),
        unallocated: decimal(unallocated.get(currency) ?? 0n),
        aged: Object.fromEntries(AGED_BUCKETS.map((bucket) => [bucket, decimal(aged[bucket])])) as Record<
          AgedBucket,
          string
        >,
        top: (late.get(currency) ?? []).map(({ customer, overdue }) => ({ customer, overdue: decimal(overdue) })),
      },
    ];
  });
  return { asOf, currencies: Object.fromEntries(figures) };
}

async function unallocatedByCurrency(
  { store }: Context,
  asOf: Day,
  { customers, seller }: FiguresScope,
): Promise<ReadonlyMap<Currency, bigint>> {
  const sums = new Map<Currency, bigint>();
  for (const credit of await credits(store.db, asOf, customers)) {
    if (seller !== null && credit.seller !== seller) continue;
    sums.set(credit.currency, (sums.get(credit.currency) ?? 0n) + credit.unallocated);
  }
  return sums;
}

async function resolve({ store }: Context, scope: string | null): Promise<FiguresScope | null> {
  if (scope === null) return { customers: null, seller: null };
  const [, kind, name = ""] = /^(person|team|seller):(.+)$/.exec(scope) ?? [];
  if (kind === "seller") return (await isSeller(store.db, name)) ? { customers: null, seller: name } : null;
  const person = kind === undefined ? null : await personByEmail(store.db, name);
  if (person === null) return null;
  const team = kind === "team" ? await teamBelow(store.db, person.id) : [];
  const owners = [person.id, ...team.map((member) => member.id)];
  return { customers: (await customersInScope(store.db, { owners, seller: null })) ?? [], seller: null };
}
