import type { HeldReason, PlannedMessage } from "#domain/dunning-plan.ts";
import { planDay } from "#domain/dunning.ts";
import { isLive } from "#domain/dunning-stops.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import { lockReminder } from "#store/reminder-mail.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/** The message as it must be sent now, or why it must not leave. `nothing-due` = it was paid or its step is done. */
export type Recheck =
  | { readonly ok: true; readonly message: PlannedMessage }
  | { readonly ok: false; readonly because: HeldReason | "nothing-due" | "gone" };

/**
 * Looks again at the moment of sending (D14): the facts of that one group are loaded anew and planned by the same rules, as
 * if nothing was planned. The reminder stays locked until the end of the transaction.
 */
export async function recheckReminder(context: Context, tx: Db, reminderId: number): Promise<Recheck> {
  const reminder = await lockReminder(tx, reminderId);
  if (reminder === null || reminder.state !== "planned") return { ok: false, because: "gone" };
  const { scenarios } = await scenariosInForce(tx);
  const scope = factsScope(context, { scenarios, payers: [reminder.payer], forgetPlanned: true });
  const facts = await loadDunningFacts(tx, scope);
  const seller = facts.sellers.find(({ code }) => code === reminder.seller);
  if (!isLive(seller, context.today)) return { ok: false, because: "before-go-live" };

  const ofGroup = ({ seller: code, payer, currency }: { seller: string; payer: string; currency: string }) =>
    code === reminder.seller && payer === reminder.payer && currency === reminder.currency;
  // The cap was counted when it was planned.
  const settings = { ...facts.settings, dailyCap: null };
  const plan = planDay({ ...facts, settings, invoices: facts.invoices.filter(ofGroup) }, context.today);
  const message = plan.messages.find((planned) => ofGroup(planned) && planned.language === reminder.language);
  if (message !== undefined) return { ok: true, message };
  return { ok: false, because: plan.heldBack[0]?.reason ?? "nothing-due" };
}
