import { cardOf, refuse, show, type Asked } from "#chat/asked.ts";
import type { TypedCash } from "#chat/cash-words.ts";
import type { Reply } from "#chat/reply.ts";
import { respondToAction } from "#chat/respond-action.ts";
import { subscribeAction } from "#chat/respond-subscriptions.ts";
import { namedCurrency } from "#chat/typed-words.ts";
import { parseAmountAsTyped } from "#domain/money.ts";
import { scopeKey } from "#domain/report-scope.ts";
import { offerRepsExport } from "#usecases/reports/offer-reps-export.ts";
import { findScope } from "#usecases/reports/report-scope.ts";
import { drawCashGoals, mainCurrencyOf, setCashGoal } from "#usecases/reports/set-cash-goal.ts";
import { showProof } from "#usecases/reports/show-proof.ts";

/** `/cash` and what follows it: the report, its goals, its subscriptions, and what can be taken away. */
export async function respondToCash(asked: Asked, typed: TypedCash): Promise<Reply> {
  switch (typed.is) {
    case "cash-report": {
      const found = await findScope(asked.context, asked.person, typed.scope);
      if (!found.ok) return refuse(asked, found.refusal);
      return show(asked, { show: "cash", scope: scopeKey(found.value), on: asked.context.today });
    }
    case "cash-goal":
      return goal(asked, typed);
    case "cash-subscribe": {
      const opened = await subscribeAction(asked, typed.scope);
      return "do" in opened ? respondToAction(asked, opened) : opened;
    }
    case "cash-subscriptions":
    case "cash-unsubscribe":
      return show(asked, { show: "subscriptions" });
    case "cash-export": {
      const takesFiles = asked.here?.chat.sendFile !== undefined;
      const offered = await offerRepsExport(asked.context, asked.person, { typed: typed.scope, takesFiles });
      if (!offered.ok) return refuse(asked, offered.refusal);
      return offered.value.is === "file" ? offered.value : cardOf(asked, offered.value.drawn, null);
    }
    case "cash-proof": {
      const shown = await showProof(asked.context, asked.person, { scope: typed.scope });
      return shown.ok ? cardOf(asked, shown.value, null) : refuse(asked, shown.refusal);
    }
    default:
      return typed satisfies never;
  }
}

/** `/cash objectif 300000 mois équipe`; without an amount, the goals as they stand. */
async function goal(asked: Asked, typed: Extract<TypedCash, { is: "cash-goal" }>): Promise<Reply> {
  const { context, person } = asked;
  const found = await findScope(context, person, typed.scope);
  if (!found.ok) return refuse(asked, found.refusal);
  const scope = found.value;
  if (typed.amountText === null) return cardOf(asked, await drawCashGoals(context, person, scope, null), null);
  const currency = namedCurrency(typed.amountText) ?? (await mainCurrencyOf(context, scope));
  const minor = parseAmountAsTyped(typed.amountText, currency, person.locale);
  if (minor === null) return refuse(asked, { why: "amount-not-understood", typed: typed.amountText });
  const set = await setCashGoal(context, person, { scope, period: typed.period, amount: { minor, currency } });
  if (!set.ok) return refuse(asked, set.refusal);
  return cardOf(asked, await drawCashGoals(context, person, scope, set.value), null);
}
