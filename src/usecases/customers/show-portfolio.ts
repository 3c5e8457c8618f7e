import { homeCard } from "#cards/home.ts";
import { portfolioCard, type CurrencyFigures, type LateCustomer, type PortfolioView } from "#cards/portfolio.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { firstName, hasRole, type Person } from "#domain/person.ts";
import type { PortfolioOf } from "#i18n/cards/portfolio/messages.ts";
import { standsInFor } from "#store/absences.ts";
import { credits } from "#store/open-items.ts";
import { ownershipOfPerson, personById, teamBelow } from "#store/people.ts";
import {
  customersInScope,
  lateCustomers,
  openCallsOf,
  portfolioFigures,
  sellerName,
  type LateRow,
  type PortfolioRow,
  type PortfolioScope,
} from "#store/portfolio.ts";
import type { Context } from "#usecases/context.ts";
import { officeLines } from "#usecases/customers/office-lines.ts";
import { byCurrency, type Drawing, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** A phone shows about so many lines; the rest is a page away. */
const LATE_PER_PAGE = 10;

export type WholeScope = "mine" | "team" | "all" | "unowned";

/**
 * `/encours`: "mine", "team", "all", "unowned", "rep:ID" or "seller:CODE". A rep sees their own, a manager the team's and
 * each rep in it, finance and direction everything. Refused otherwise, also when the scope does not exist.
 */
export async function showPortfolio(
  context: Context,
  viewer: Person,
  input: { readonly scope?: string | undefined; readonly page?: number | undefined },
): Promise<Result<Drawn>> {
  const drawing = drawingFor(context, viewer);
  const view = await portfolioView(drawing, input.scope ?? defaultScope(viewer), input.page ?? 0);
  if (view === null) return refused({ why: "not-allowed" });
  return done({ card: portfolioCard(view.view, drawing.words), customers: view.customers });
}

/** The home tab (V13), for everybody who may have one. */
export async function drawHome(drawing: Drawing): Promise<Drawn | null> {
  const found = await portfolioView(drawing, defaultScope(drawing.viewer), 0);
  if (found === null) return null;
  const calls = await openCallsOf(drawing.context.store.db, drawing.viewer);
  const view = { firstName: firstName(drawing.viewer), calls: calls.length, portfolio: found.view };
  return { card: homeCard(view, drawing.words), customers: found.customers };
}

/** What a person means by "my customers": a rep's own, a manager's team, everything for the others. */
export function defaultScope(viewer: Person): WholeScope {
  if (hasRole(viewer, "rep")) return "mine";
  if (hasRole(viewer, "manager")) return "team";
  return mayTouch(viewer, THE_COMPANY, "see-company-figures") ? "all" : "mine";
}

interface Found {
  readonly view: PortfolioView;
  readonly customers: readonly string[];
}

/** A portfolio as data, for its card, the home tab and the digest; null = not this person's to see. */
export async function portfolioView(drawing: Drawing, scope: string, page: number): Promise<Found | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const resolved = await resolveScope(context, viewer, scope);
  if (resolved === null) return null;
  const { seller } = resolved.filter;
  const customers = await customersInScope(db, resolved.filter);
  const rows = await portfolioFigures(db, context.today, customers, seller);
  const unused = (await credits(db, context.today, customers)).filter(
    (credit) => seller === null || credit.seller === seller,
  );
  const late = await lateCustomers(db, context.today, customers, seller);
  const from = page * LATE_PER_PAGE;
  const shown = late.slice(from, from + LATE_PER_PAGE);
  const after = late.slice(from + LATE_PER_PAGE);
  const credit = new Map(
    byCurrency(unused.map((each) => ({ currency: each.currency, minor: -each.unallocated }))).map(
      ({ currency, minor }) => [currency, minor],
    ),
  );
  const scopes = await scopesOf(context, viewer);
  // Stands in for nobody and sees no company either: it is no oversight that nothing is theirs.
  const isOffice = !hasRole(viewer, "rep", "manager") && scopes.length === 0 && customers?.length === 0;
  const office = isOffice
    ? {
        lines: await officeLines(drawing),
        seesCustomers: hasRole(viewer, "project") || mayTouch(viewer, THE_COMPANY, "see-customer"),
      }
    : null;
  const view: PortfolioView = {
    of: resolved.of,
    scope,
    figures: figuresOf(rows, credit),
    customers: customers?.length ?? 0,
    late: shown.map(lateOf),
    lateTotal: new Set(late.map(({ code }) => code)).size,
    page,
    after: {
      customers: new Set(after.map(({ code }) => code)).size,
      overdue: byCurrency(after.map(({ overdue, currency }) => ({ minor: overdue, currency }))),
    },
    scopes,
    office,
    asOf: drawing.asOf,
  };
  const waiting = office === null ? [] : office.lines.map((line) => line.customer);
  return { view, customers: [...new Set([...shown.map(({ code }) => code), ...waiting])] };
}

/** The scopes a person may choose from; one alone is no choice. */
async function scopesOf(context: Context, viewer: Person): Promise<readonly WholeScope[]> {
  const own = hasRole(viewer, "rep") ? (["mine"] as const) : [];
  const team = (await teamBelow(context.store.db, viewer.id)).length > 0 ? (["team"] as const) : [];
  const all = mayTouch(viewer, THE_COMPANY, "see-company-figures") ? (["all", "unowned"] as const) : [];
  return [...own, ...team, ...all];
}

/** The customers a person usually looks at, as codes; null = all. */
export async function customersFor(context: Context, viewer: Person): Promise<readonly string[] | null> {
  const resolved = await resolveScope(context, viewer, defaultScope(viewer));
  return resolved === null ? [] : customersInScope(context.store.db, resolved.filter);
}

interface Resolved {
  readonly of: PortfolioOf;
  readonly filter: PortfolioScope;
}

async function resolveScope(context: Context, viewer: Person, scope: string): Promise<Resolved | null> {
  const { db } = context.store;
  const seesAll = mayTouch(viewer, THE_COMPANY, "see-company-figures");
  if (scope === "mine") {
    const owners = [viewer.id, ...(await standsInFor(db, viewer.id))];
    return { of: { is: "mine" }, filter: { owners, seller: null } };
  }
  if (scope === "team") {
    const team = await teamBelow(db, viewer.id);
    return { of: { is: "team" }, filter: { owners: [viewer.id, ...team.map(({ id }) => id)], seller: null } };
  }
  if (scope === "all") return seesAll ? { of: { is: "all" }, filter: { owners: "all", seller: null } } : null;
  if (scope === "unowned")
    return seesAll ? { of: { is: "unowned" }, filter: { owners: "nobody", seller: null } } : null;
  const [kind, code] = splitAtColon(scope);
  if (kind === "seller") {
    const name = seesAll ? await sellerName(db, code) : null;
    return name === null ? null : { of: { is: "seller", name }, filter: { owners: "all", seller: code } };
  }
  return kind === "rep" && /^\d{1,9}$/.test(code) ? repScope(context, viewer, Number(code)) : null;
}

async function repScope(context: Context, viewer: Person, id: number): Promise<Resolved | null> {
  const { db } = context.store;
  const rep = await personById(db, id);
  if (rep === null) return null;
  const allowed =
    mayTouch(viewer, THE_COMPANY, "see-company-figures") ||
    mayTouch(viewer, await ownershipOfPerson(db, id), "see-person-figures");
  return allowed ? { of: { is: "rep", name: rep.name }, filter: { owners: [id], seller: null } } : null;
}

function splitAtColon(scope: string): readonly [string, string] {
  const at = scope.indexOf(":");
  return at < 0 ? [scope, ""] : [scope.slice(0, at), scope.slice(at + 1)];
}

function figuresOf(rows: readonly PortfolioRow[], credit: ReadonlyMap<string, bigint>): readonly CurrencyFigures[] {
  const creditOnly = [...credit.keys()].filter((currency) => !rows.some((row) => row.currency === currency));
  const empty = {
    outstanding: 0n,
    overdue: 0n,
    disputed: 0n,
    promised: 0n,
    days30: 0n,
    days60: 0n,
    days90: 0n,
    older: 0n,
  };
  return [...rows, ...creditOnly.map((currency) => ({ ...empty, currency }))].map((row) => {
    const money = (minor: bigint) => ({ minor, currency: row.currency });
    return {
      outstanding: money(row.outstanding),
      overdue: money(row.overdue),
      notDue: money(row.outstanding - row.overdue),
      disputed: money(row.disputed),
      promised: money(row.promised),
      credit: money(credit.get(row.currency) ?? 0n),
      aged: {
        "1-30": money(row.days30),
        "31-60": money(row.days60),
        "61-90": money(row.days90),
        "90+": money(row.older),
      },
    };
  });
}

function lateOf(row: LateRow): LateCustomer {
  const money = (minor: bigint) => (minor === 0n ? null : { minor, currency: row.currency });
  return {
    customer: { code: row.code, name: row.name },
    overdue: { minor: row.overdue, currency: row.currency },
    oldestDays: row.oldestDays,
    promised: money(row.promised),
    disputed: money(row.disputed),
    held: row.held,
  };
}
