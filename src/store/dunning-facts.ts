import { sql } from "drizzle-orm";

import { minDay, type Day } from "#domain/calendar.ts";
import type {
  AccountFacts,
  ClosedDispute,
  DuePromise,
  DunnedInvoice,
  DunningFacts,
  EndedHold,
  GroupHistory,
  SellerFacts,
} from "#domain/dunning-facts.ts";
import type { Locale } from "#domain/person.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { Settings } from "#domain/settings.ts";
import { dunnedInvoices } from "#store/dunned-invoices.ts";
import { askLoads, debtorsOf } from "#store/dunning-debtors.ts";
import { credits, type Credit } from "#store/open-items.ts";
import { pausesFrom, pausesOver } from "#store/pauses.ts";
import { livePromisesOf } from "#store/promises.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface FactsScope {
  readonly day: Day;
  /** The product's day: freshness cannot be judged later. */
  readonly today: Day;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly staleAfter: number | null;
  readonly settings: Settings;
  /** Those in force, or those tried out. */
  readonly scenarios: readonly Scenario[];
  /** Paying customers with all the customers they pay for; null = everybody. */
  readonly payers: readonly string[] | null;
  /** As if nothing was planned for the day yet: a preview, and the check at the moment of sending. */
  readonly forgetPlanned: boolean;
}

/** Loads what a day's dunning follows from, in a few statements however many invoices there are. */
export async function loadDunningFacts(db: Db, scope: FactsScope): Promise<DunningFacts> {
  const { day, timeZone, settings, scenarios, staleAfter, today } = scope;
  const customers = scope.payers === null ? null : [...(await familiesOf(db, scope.payers)).keys()];
  const invoices = await dunnedInvoices(db, { day, timeZone, customers });
  const payers = [...new Set(invoices.map((invoice) => invoice.payer))].toSorted();
  const payerOf = await familiesOf(db, payers);
  const families = [...payerOf.keys()];
  const sellers = await sellersOf(db, timeZone);
  const unused = (await credits(db, day, families)).map((credit) => ({
    ...credit,
    payer: payerOf.get(credit.customer) ?? credit.customer,
  }));
  return {
    scenarios,
    settings,
    staleAfter,
    today,
    sellers,
    debtors: await debtorsOf(
      db,
      { day, timeZone, locale: scope.locale, scenarios, payers },
      { invoices, unused: unused.map((credit) => ({ ...credit, minor: credit.unallocated })) },
    ),
    accounts: await accountsOf(db, invoices, unused),
    invoices,
    groups: await historiesOf(db, scope, payers),
    askLoads: await askLoads(db, day, timeZone),
    remindersToday: await remindersOn(db, day, scope.forgetPlanned),
    pauses: await pausesFrom(db, day),
    endedHolds: await endedHoldsOf(db, families, day),
    endedPauses: await pausesOver(db, day),
    closedDisputes: await closedDisputesOf(db, families, day),
    duePromises: await duePromisesOf(db, { families, day, invoices, unused, sellers }),
  };
}

/** Each payer and each customer it pays for, with the payer's code. */
async function familiesOf(db: Db, payers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ code: string; payer: string }>(sql`
    select code, coalesce(payer_code, code) as payer from customers
    where code = any(${textArray(payers)}) or payer_code = any(${textArray(payers)})`);
  return new Map([...rows].map((row) => [row.code, row.payer]));
}

/** Unused credit, by who pays. */
interface UnusedCredit extends Credit {
  readonly payer: string;
}

interface HeardSeller extends SellerFacts {
  readonly paymentsHeardOn: Day | null;
}

async function sellersOf(db: Db, timeZone: string): Promise<readonly HeardSeller[]> {
  const rows = await db.execute(sql`
    select s.code, s.went_live_on as "wentLiveOn", (max(f.imported_at) at time zone ${timeZone})::date as "heardOn",
      (max(f.imported_at) filter (where f.kind = 'payments') at time zone ${timeZone})::date as "paymentsHeardOn"
    from sellers s left join feeds f on f.seller_code = s.code
    group by s.code order by s.code`);
  return rows as unknown as readonly HeardSeller[];
}

/** What is between each seller and payer of these invoices, in each currency. */
async function accountsOf(
  db: Db,
  invoices: readonly DunnedInvoice[],
  unused: readonly UnusedCredit[],
): Promise<readonly AccountFacts[]> {
  const rows = await db.execute<{ payer: string; seller: string | null; currency: string | null }>(sql`
    select distinct coalesce(c.payer_code, c.code) as payer, r.seller_code as seller, r.currency
    from replies y join customers c on c.code = y.customer_code left join reminders r on r.id = y.reminder_id
    where y.kind = 'human' and y.state = 'waiting'`);
  const byKey = Map.groupBy(invoices, ({ seller, payer, currency }) => JSON.stringify([seller, payer, currency]));
  const creditOf = Map.groupBy(unused, ({ seller, payer, currency }) => JSON.stringify([seller, payer, currency]));
  return [...byKey].flatMap(([key, [first]]) => {
    if (first === undefined) return [];
    const { seller, payer, currency } = first;
    const replyWaiting = rows.some(
      (row) => row.payer === payer && (row.seller ?? seller) === seller && (row.currency ?? currency) === currency,
    );
    const unallocated = (creditOf.get(key) ?? []).reduce((total, credit) => total + credit.unallocated, 0n);
    return [{ seller, payer, currency, unallocated, replyWaiting }];
  });
}

/** Mails before the due day do not count for the interval; a bounced one was never read, one of unknown fate may have been. */
async function historiesOf(db: Db, scope: FactsScope, payers: readonly string[]): Promise<readonly GroupHistory[]> {
  const { day, timeZone, forgetPlanned } = scope;
  const rows = await db.execute(sql`
    select seller_code as seller, payer_code as payer, currency, language,
      max(coalesce((sent_at at time zone ${timeZone})::date, planned_on))
        filter (where state in ('sent', 'unknown') and step <> 'pre-due' and planned_on <= ${day}::date) as "remindedOn",
      case when bool_or(planned_on = ${day}::date and state <> 'planned') then 'taken'
        when bool_or(planned_on = ${day}::date) and not ${forgetPlanned}::boolean then 'planned' else 'none' end as today
    from reminders
    where payer_code = any(${textArray(payers)})
    group by seller_code, payer_code, currency, language`);
  return rows as unknown as readonly GroupHistory[];
}

async function remindersOn(db: Db, day: Day, forgetPlanned: boolean): Promise<number> {
  const rows = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from reminders
    where planned_on = ${day}::date and (state in ('sent', 'unknown', 'bounced') or (state = 'planned' and not ${forgetPlanned}::boolean))`);
  return rows[0]?.count ?? 0;
}

async function endedHoldsOf(db: Db, families: readonly string[], day: Day): Promise<readonly EndedHold[]> {
  const rows = await db.execute(sql`
    select id, customer_code as customer, invoice_id as invoice, least(until_on, ended_on - 1) as "lastDay"
    from holds
    where customer_code = any(${textArray(families)}) and undone_at is null
      and least(until_on, ended_on - 1) < ${day}::date and coalesce(resumed_on <= least(until_on, ended_on - 1), true)
    order by id`);
  return rows as unknown as readonly EndedHold[];
}

async function closedDisputesOf(db: Db, families: readonly string[], day: Day): Promise<readonly ClosedDispute[]> {
  const rows = await db.execute(sql`
    select id, invoice_id as invoice, closed_on as "closedOn" from disputes
    where customer_code = any(${textArray(families)}) and undone_at is null and closed_on <= ${day}::date
      and coalesce(resumed_on < closed_on, true)
    order by closed_on, id`);
  return rows as unknown as readonly ClosedDispute[];
}

interface PromiseScope {
  readonly families: readonly string[];
  readonly day: Day;
  readonly invoices: readonly DunnedInvoice[];
  readonly unused: readonly UnusedCredit[];
  readonly sellers: readonly HeardSeller[];
}

/** The live promises past their grace, with what their invoices owe on the day: one that is settled owes nothing. */
async function duePromisesOf(db: Db, scope: PromiseScope): Promise<readonly DuePromise[]> {
  const open = new Map(scope.invoices.map((invoice) => [invoice.id, invoice]));
  const live = await livePromisesOf(db, scope.families);
  return live
    .filter((promise) => promise.graceUntil < scope.day)
    .map((promise) => {
      const lines = promise.lines.filter((line) => line.releasedOn === null);
      const items = lines.flatMap((line) => open.get(line.invoice) ?? []);
      const sellers = new Set(items.map((item) => item.seller));
      const payers = new Set(items.map((item) => item.payer));
      return {
        id: promise.id,
        due: promise.due,
        currency: promise.currency,
        graceUntil: promise.graceUntil,
        unallocatedWhenGiven: promise.unallocatedWhenGiven,
        lines: lines.map((line) => ({ ...line, residualNow: open.get(line.invoice)?.residual ?? 0n })),
        invoices: lines.map((line) => line.invoice),
        unallocatedNow: scope.unused
          .filter(
            ({ seller, payer, currency }) => sellers.has(seller) && payers.has(payer) && currency === promise.currency,
          )
          .reduce((total, credit) => total + credit.unallocated, 0n),
        heardOn: heardOn(scope.sellers.filter((seller) => sellers.has(seller.code))),
      };
    });
}

/** The oldest of the last payments imports; null when one was never heard of. */
function heardOn(sellers: readonly HeardSeller[]): Day | null {
  const days = sellers.map((seller) => seller.paymentsHeardOn);
  return days.reduce((oldest, day) => (oldest === null || day === null ? null : minDay(oldest, day)), days[0] ?? null);
}
