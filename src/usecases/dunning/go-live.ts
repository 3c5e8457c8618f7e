import type { Actor } from "#domain/event.ts";
import { enterByAge } from "#domain/dunning-re-entry.ts";
import { levelOf, positionOf, type StepName } from "#domain/scenario.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { dunnedInvoices } from "#store/dunned-invoices.ts";
import { debtorsOf } from "#store/dunning-debtors.ts";
import { lockPass, writePositions, type PositionChange } from "#store/dunning-writes.ts";
import { appendEvent } from "#store/events.ts";
import { dropPlanned, forgetClosedDisputes, knownSellers, lockSellers, setLive } from "#store/go-live-writes.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import { refuseCompanyAct } from "#usecases/allow.ts";
import type { Context } from "#usecases/context.ts";

export interface GoLive {
  /** Null = all sellers. */
  readonly seller: string | null;
  readonly undo: boolean;
}

export type WentLive =
  | {
      readonly ok: true;
      readonly sellers: readonly string[];
      readonly invoicesEntered: number;
      readonly levels: EntryLevels;
    }
  | { readonly ok: false; readonly why: "unknown-seller" | "no-seller" | "not-allowed" };

/** How many invoices enter at each level; those that have none are left out. */
export type EntryLevels = Partial<Readonly<Record<StepName, number>>>;

/**
 * Lets reminders leave for a seller's customers from today on, or stops them again. Overdue invoices enter at the step of
 * their age, at most the second e-mail. Sellers that are (or are not) live already are left as they are.
 */
export async function goLive(context: Context, actor: Actor, asked: GoLive): Promise<WentLive> {
  return context.store.db.transaction(async (tx) => {
    if ((await refuseCompanyAct(tx, actor, "go-live")) !== null) return { ok: false, why: "not-allowed" };
    await lockPass(tx);
    const known = await lockSellers(tx);
    const meant = known.filter(({ code }) => asked.seller === null || code === asked.seller);
    if (meant.length === 0) return { ok: false, why: asked.seller === null ? "no-seller" : "unknown-seller" };

    const sellers = meant.filter(({ wentLiveOn }) => (wentLiveOn !== null) === asked.undo).map(({ code }) => code);
    if (sellers.length === 0) return { ok: true, sellers, invoicesEntered: 0, levels: {} };
    await setLive(tx, sellers, asked.undo ? null : context.today);
    const entries = asked.undo ? [] : await entriesOf(tx, context, sellers);
    await writePositions(tx, entries);
    if (!asked.undo) await forgetClosedDisputes(tx, sellers, context.today);
    if (asked.undo) await dropPlanned(tx, sellers, "before-go-live");
    await appendEvent(tx, {
      at: context.now,
      kind: asked.undo ? "go-live-undone" : "went-live",
      actor,
      customer: null,
      data: { sellers },
    });
    return { ok: true, sellers, invoicesEntered: entries.length, levels: levelsOf(entries) };
  });
}

/** What going live today would do, before anybody confirms it: which sellers, and how many invoices enter at which level. */
export async function previewGoLive(
  context: Context,
  seller: string | null,
): Promise<{ readonly sellers: readonly string[]; readonly levels: EntryLevels }> {
  const { db } = context.store;
  const waiting = (await knownSellers(db)).filter(({ wentLiveOn }) => wentLiveOn === null).map(({ code }) => code);
  const sellers = waiting.filter((code) => seller === null || code === seller);
  return { sellers, levels: sellers.length === 0 ? {} : levelsOf(await entriesOf(db, context, sellers)) };
}

function levelsOf(entries: readonly Entry[]): EntryLevels {
  const counted = [...Map.groupBy(entries, ({ level }) => level)].toSorted(([a], [b]) => levelOf(a) - levelOf(b));
  return Object.fromEntries(counted.map(([level, all]) => [level, all.length]));
}

interface Entry extends PositionChange {
  /** The step it takes first. */
  readonly level: StepName;
}

async function entriesOf(tx: Db, context: Context, sellers: readonly string[]): Promise<readonly Entry[]> {
  const { scenarios } = await scenariosInForce(tx);
  const { today: day, timeZone, locale } = context;
  const invoices = (await dunnedInvoices(tx, { day, timeZone, customers: null })).filter((invoice) =>
    sellers.includes(invoice.seller),
  );
  const payers = [...new Set(invoices.map((invoice) => invoice.payer))];
  const debtors = await debtorsOf(tx, { day, timeZone, locale, scenarios, payers }, { invoices, unused: [] });
  const paces = new Map(debtors.map((debtor) => [debtor.code, debtor]));
  return invoices.flatMap((invoice): readonly Entry[] => {
    const pace = paces.get(invoice.payer);
    if (pace === undefined) return [];
    const scenario = scenarioFor(scenarios, pace, invoice.kind);
    const position = enterByAge(scenario, invoice, pace, day);
    const at = position === null ? undefined : scenario.steps[positionOf(scenario, position.step) + 1];
    return position === null || at === undefined ? [] : [{ invoice: invoice.id, position, level: at.name }];
  });
}
