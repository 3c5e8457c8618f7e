import { agedBalance, type AgedRow } from "#domain/aging.ts";
import type { Day } from "#domain/calendar.ts";
import { dso, windowOf } from "#domain/dso.ts";
import type { Actor } from "#domain/event.ts";
import type { Currency } from "#domain/money.ts";
import { mayTouch } from "#domain/permission.ts";
import { hasRole, type Locale, type Person } from "#domain/person.ts";
import { promiseKeptRate, type JudgedAmount } from "#domain/promise-record.ts";
import { percent } from "#domain/ratio.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { writeCsv } from "#exports/csv.ts";
import { EXPORT_TYPES, type Cell, type ExportFormat, type Table } from "#exports/table.ts";
import { writeXlsx } from "#exports/xlsx.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";
import { exportWordsFor } from "#i18n/exports/words.ts";
import { appendEvent } from "#store/events.ts";
import { agedRows } from "#store/figures.ts";
import { cashBetween, salesByMonth, type MonthSales } from "#store/kpi-facts.ts";
import { activePeople, ownershipOfPerson, personById, teamBelow } from "#store/people.ts";
import { disputeResults } from "#store/rep-results.ts";
import type { Context } from "#usecases/context.ts";
import { judgedPromises } from "#usecases/reports/kpis.ts";
import { customersOfScope } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface RepsAsked {
  readonly scope: ReportScope;
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  readonly format: ExportFormat;
  readonly locale: Locale;
}

/** A file, ready to be handed over. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Lines below the header. */
  readonly rows: number;
}

/**
 * The results of each rep over some days (R6): collected, delay and share overdue at the end, disputes solved, promises
 * kept. For objectives: nothing is ranked and no pay is computed. Each line only to who may read that person's figures; a
 * seller is no scope of it, because people sell for several. Refused where nothing may be read. Every export is logged.
 */
export async function exportReps(context: Context, actor: Actor, asked: RepsAsked): Promise<Result<ExportedFile>> {
  const people = await peopleFor(context, actor, asked.scope);
  if (people === null) return refused({ why: "not-allowed" });
  const words = exportWordsFor(asked.locale);
  const rows: (readonly Cell[])[] = [];
  for (const person of people) rows.push(...(await rowsOf(context, person, asked)));
  const table = tableOf(rows, words);
  const bytes = asked.format === "csv" ? writeCsv(table, asked.locale) : await writeXlsx(table);
  const { from, to, format } = asked;
  await appendEvent(context.store.db, {
    at: context.now,
    kind: "viewed",
    actor,
    customer: null,
    data: { export: "reps", scope: scopeKey(asked.scope), from, to, format },
  });
  const name = `${words.fileName(from, to)}.${format}`;
  return done({ name, type: EXPORT_TYPES[format], bytes, rows: rows.length });
}

/** Whether there is anybody in a scope whose figures the actor may take along. */
export async function mayExport(context: Context, actor: Actor, scope: ReportScope): Promise<boolean> {
  return (await peopleFor(context, actor, scope)) !== null;
}

/** Those of a scope whose figures the actor may take along, by name; null = none. Systems act for the company. */
async function peopleFor(context: Context, actor: Actor, scope: ReportScope): Promise<readonly Person[] | null> {
  const { db } = context.store;
  const inScope = (await peopleOf(context, scope)).filter((person) => hasRole(person, "rep", "manager"));
  if (actor.is === "system" || actor.is === "api-key") return inScope;
  const viewer = actor.is === "person" ? await personById(db, actor.id) : null;
  const allowed: Person[] = [];
  for (const person of inScope) {
    const owner = await ownershipOfPerson(db, person.id);
    if (mayTouch(viewer, owner, "export-person-figures")) allowed.push(person);
  }
  return allowed.length === 0 ? null : allowed;
}

async function peopleOf(context: Context, scope: ReportScope): Promise<readonly Person[]> {
  const { db } = context.store;
  switch (scope.is) {
    case "company":
      return activePeople(db);
    case "team": {
      const manager = await personById(db, scope.manager);
      const below = (await teamBelow(db, scope.manager)).filter(({ active }) => active);
      return manager === null || !manager.active ? below : [manager, ...below];
    }
    case "person": {
      const person = await personById(db, scope.person);
      return person === null ? [] : [person];
    }
    case "seller":
      return [];
    default:
      return scope satisfies never;
  }
}

/** One line per currency; a manager without customers of their own has none, a rep always one. */
async function rowsOf(
  context: Context,
  person: Person,
  { from, to }: RepsAsked,
): Promise<readonly (readonly Cell[])[]> {
  const { db } = context.store;
  const customers = (await customersOfScope(context, { is: "person", person: person.id }))?.customers ?? [];
  const whose = { customers, seller: null };
  const manager = person.managerId === null ? null : await personById(db, person.managerId);
  const head: readonly Cell[] = [
    { is: "text", text: person.name },
    { is: "text", text: person.email },
    manager === null ? NOTHING : { is: "text", text: manager.name },
    { is: "day", day: from },
    { is: "day", day: to },
  ];
  const aged = Map.groupBy(await agedRows(db, to, whose), ({ currency }) => currency);
  const sales = Map.groupBy(await salesByMonth(db, to, windowOf(to).from, whose), ({ currency }) => currency);
  const collected = new Map((await cashBetween(db, from, to, whose)).map(({ currency, minor }) => [currency, minor]));
  const disputed = new Map((await disputeResults(db, customers, from, to)).map((each) => [each.currency, each]));
  const judged = Map.groupBy(await judgedPromises(context, whose, from, to), ({ currency }) => currency);
  const sold = [...sales].filter(([, months]) => months.some(({ inWindow }) => inWindow !== 0n)).map(([code]) => code);
  const currencies = [
    ...new Set([...aged.keys(), ...sold, ...collected.keys(), ...disputed.keys(), ...judged.keys()]),
  ].toSorted();
  if (currencies.length === 0) return hasRole(person, "rep") ? [[...head, ...RESULT_COLUMNS.map(() => NOTHING)]] : [];
  return currencies.map((currency) => [
    ...head,
    ...resultsOf(
      currency,
      standingOf(aged.get(currency) ?? [], sales.get(currency) ?? []),
      collected.get(currency) ?? 0n,
      disputed.get(currency) ?? NO_DISPUTES,
      judged.get(currency) ?? [],
    ),
  ]);
}

interface Standing {
  readonly dso: number | null;
  readonly overdueRate: number | null;
}

/** The two figures of the last day, by the rules that every report has them by. */
function standingOf(aged: readonly AgedRow[], sales: readonly MonthSales[]): Standing {
  const { outstanding, notDue, overdue } = agedBalance(aged);
  const sold = sales.reduce((sum, { inWindow }) => sum + inWindow, 0n);
  return {
    dso: dso({ outstanding, notDue, overdue, sales: sold }).simple,
    overdueRate: percent(overdue, outstanding),
  };
}

function resultsOf(
  currency: Currency,
  standing: Standing,
  collected: bigint,
  { disputes, disputesSolved }: typeof NO_DISPUTES,
  judged: readonly JudgedAmount[],
): readonly Cell[] {
  return [
    { is: "text", text: currency },
    { is: "amount", money: { minor: collected, currency } },
    rateOf(standing.dso),
    rateOf(standing.overdueRate),
    count(disputes),
    count(disputesSolved),
    rateOf(percent(BigInt(disputesSolved), BigInt(disputes))),
    count(judged.length),
    count(judged.filter(({ verdict }) => verdict === "kept").length),
    rateOf(promiseKeptRate(judged).count),
  ];
}

const NOTHING: Cell = { is: "nothing" };
const NO_DISPUTES = { disputes: 0, disputesSolved: 0 };

/** Days and percentages carry two decimals; null stays empty, because it is no zero. */
function rateOf(number: number | null): Cell {
  return number === null ? NOTHING : { is: "number", number, decimals: 2 };
}

function count(number: number): Cell {
  return { is: "number", number, decimals: 0 };
}

function tableOf(rows: Table["rows"], { sheet, columns }: ExportWords): Table {
  const width = (label: string, least: number) => ({ label, width: Math.max(least, label.length + 2) });
  return {
    name: sheet,
    columns: [
      width(columns.name, 24),
      width(columns.email, 32),
      width(columns.manager, 24),
      width(columns.from, 12),
      width(columns.to, 12),
      ...RESULT_COLUMNS.map((name) => width(columns[name], 10)),
    ],
    rows,
  };
}

/** In the order of `resultsOf`. */
const RESULT_COLUMNS = [
  "currency",
  "collected",
  "dso",
  "overdueRate",
  "disputes",
  "disputesSolved",
  "disputesSolvedRate",
  "promises",
  "promisesKept",
  "promisesKeptRate",
] as const satisfies readonly (keyof ExportWords["columns"])[];
