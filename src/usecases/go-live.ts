import type { Actor } from "#domain/event.ts";
import { enterByAge } from "#domain/dunning-re-entry.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { dunnedInvoices } from "#store/dunned-invoices.ts";
import { debtorsOf } from "#store/dunning-debtors.ts";
import { lockPass, writePositions, type PositionChange } from "#store/dunning-writes.ts";
import { appendEvent } from "#store/events.ts";
import { dropPlanned, forgetClosedDisputes, lockSellers, setLive } from "#store/go-live-writes.ts";
import { ensureScenarios } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

export interface GoLive {
  /** Null = all sellers. */
  readonly seller: string | null;
  readonly undo: boolean;
}

export type WentLive =
  | { readonly ok: true; readonly sellers: readonly string[]; readonly invoicesEntered: number }
  | { readonly ok: false; readonly why: "unknown-seller" | "no-seller" };

/**
 * Lets reminders leave for a seller's customers from today on, or stops them again. Overdue invoices enter at the step of
 * their age, at most the second e-mail. Sellers that are (or are not) live already are left as they are.
 */
export async function goLive(context: Context, actor: Actor, asked: GoLive): Promise<WentLive> {
  return context.store.db.transaction(async (tx) => {
    await lockPass(tx);
    const known = await lockSellers(tx);
    const meant = known.filter(({ code }) => asked.seller === null || code === asked.seller);
    if (meant.length === 0) return { ok: false, why: asked.seller === null ? "no-seller" : "unknown-seller" };

    const sellers = meant.filter(({ wentLiveOn }) => (wentLiveOn !== null) === asked.undo).map(({ code }) => code);
    if (sellers.length === 0) return { ok: true, sellers, invoicesEntered: 0 };
    await setLive(tx, sellers, asked.undo ? null : context.today);
    const invoicesEntered = asked.undo ? 0 : await enter(tx, context, sellers);
    if (asked.undo) await dropPlanned(tx, sellers, "before-go-live");
    await appendEvent(tx, {
      at: context.now,
      kind: asked.undo ? "go-live-undone" : "went-live",
      actor,
      customer: null,
      data: { sellers },
    });
    return { ok: true, sellers, invoicesEntered };
  });
}

async function enter(tx: Db, context: Context, sellers: readonly string[]): Promise<number> {
  const { scenarios } = await ensureScenarios(tx, context.now);
  const { today: day, timeZone, locale } = context;
  const invoices = (await dunnedInvoices(tx, { day, timeZone, customers: null })).filter((invoice) =>
    sellers.includes(invoice.seller),
  );
  const payers = [...new Set(invoices.map((invoice) => invoice.payer))];
  const debtors = await debtorsOf(tx, { day, timeZone, locale, scenarios, payers }, { invoices, unused: [] });
  const paces = new Map(debtors.map((debtor) => [debtor.code, debtor]));
  const changes = invoices.flatMap((invoice): readonly PositionChange[] => {
    const pace = paces.get(invoice.payer);
    if (pace === undefined) return [];
    const position = enterByAge(scenarioFor(scenarios, pace, invoice.kind), invoice, pace, day);
    return position === null ? [] : [{ invoice: invoice.id, position }];
  });
  await writePositions(tx, changes);
  await forgetClosedDisputes(tx, sellers, day);
  return changes.length;
}
