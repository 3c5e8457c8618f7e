import { and, eq, inArray, lt, max, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { DailyFigures } from "#domain/kpi.ts";
import type { Currency } from "#domain/money.ts";
import { fromHundredths, toHundredths } from "#domain/ratio.ts";
import { COMPANY, readScopeKey, scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { dailyFigures } from "#store/schema/figures.ts";
import type { Db } from "#store/store.ts";

/** Deeper than any company; ends the walk should two people be each other's manager. */
const LEVELS_MAX = 20;

/** Writes a scope's figures of a day in the place of those kept before. */
export async function keepFigures(
  tx: Db,
  scope: ReportScope,
  day: Day,
  figures: ReadonlyMap<Currency, DailyFigures>,
  now: Date,
): Promise<void> {
  const key = scopeKey(scope);
  await tx.delete(dailyFigures).where(and(eq(dailyFigures.scope, key), eq(dailyFigures.day, day)));
  if (figures.size === 0) return;
  await tx.insert(dailyFigures).values(
    [...figures].map(([currency, kept]) => ({
      day,
      scope: key,
      currency,
      keptAt: now,
      outstanding: kept.outstanding,
      overdue: kept.overdue,
      disputed: kept.disputed,
      promised: kept.promised,
      chaseable: kept.chaseable,
      unallocated: kept.unallocated,
      collected: kept.collected,
      dsoSimple: toHundredths(kept.dsoSimple),
      dsoBestPossible: toHundredths(kept.dsoBestPossible),
      dsoCountback: toHundredths(kept.dsoCountback),
      cei: toHundredths(kept.cei),
      overdueRate: toHundredths(kept.overdueRate),
      promiseKeptRate: toHundredths(kept.promiseKeptRate),
      disputeDays: toHundredths(kept.disputeDays),
    })),
  );
}

/** A scope's figures of these days, as they were kept; a day that nobody kept is not in it. */
export async function keptFigures(
  db: Db,
  scope: ReportScope,
  days: readonly Day[],
): Promise<ReadonlyMap<Day, ReadonlyMap<Currency, DailyFigures>>> {
  if (days.length === 0) return new Map();
  const rows = await db
    .select()
    .from(dailyFigures)
    .where(and(eq(dailyFigures.scope, scopeKey(scope)), inArray(dailyFigures.day, [...days])))
    .orderBy(dailyFigures.currency);
  const byDay = Map.groupBy(rows, (row) => row.day);
  return new Map([...byDay].map(([day, kept]) => [day, new Map(kept.map((row) => [row.currency, figuresOf(row)]))]));
}

/** The last day that figures were kept of, for the whole company; null = none yet. */
export async function lastDayKept(db: Db): Promise<Day | null> {
  const [row] = await db
    .select({ day: max(dailyFigures.day) })
    .from(dailyFigures)
    .where(eq(dailyFigures.scope, scopeKey(COMPANY)));
  return row?.day ?? null;
}

/** Drops the kept figures of the days before one. */
export async function forgetFigures(tx: Db, before: Day): Promise<void> {
  await tx.delete(dailyFigures).where(lt(dailyFigures.day, before));
}

/** Every scope with figures of its own now: the company, its sellers, who owns customers, and the teams above them. */
export async function scopesWithFigures(db: Db): Promise<readonly ReportScope[]> {
  const rows = await db.execute<{ key: string }>(sql`
    with recursive owner as (
      select distinct c.rep_id as id from customers c where c.rep_id is not null
    ), above as (
      select o.id as owner, p.id, p.manager_id, p.active, 0 as depth from owner o join people p on p.id = o.id
      union all
      select a.owner, p.id, p.manager_id, p.active, a.depth + 1
      from above a join people p on p.id = a.manager_id where a.depth < ${LEVELS_MAX}
    )
    select 'company' as key
    union all select 'seller:' || code from sellers
    union all select distinct 'team:' || a.id from above a where a.active and a.depth > 0
    union all select distinct 'person:' || first.id from (
      select distinct on (a.owner) a.id from above a where a.active order by a.owner, a.depth
    ) first
    order by 1`);
  return [...rows].map(({ key }) => readScopeKey(key)).filter((scope) => scope !== null);
}

function figuresOf(row: typeof dailyFigures.$inferSelect): DailyFigures {
  const number = (hundredths: bigint | null) => (hundredths === null ? null : fromHundredths(hundredths));
  return {
    outstanding: row.outstanding,
    overdue: row.overdue,
    disputed: row.disputed,
    promised: row.promised,
    chaseable: row.chaseable,
    unallocated: row.unallocated,
    collected: row.collected,
    dsoSimple: number(row.dsoSimple),
    dsoBestPossible: number(row.dsoBestPossible),
    dsoCountback: number(row.dsoCountback),
    cei: number(row.cei),
    overdueRate: number(row.overdueRate),
    promiseKeptRate: number(row.promiseKeptRate),
    disputeDays: number(row.disputeDays),
  };
}
