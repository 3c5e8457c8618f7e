import type { Day } from "#domain/calendar.ts";
import type { FactsScope } from "#store/dunning-facts.ts";
import type { Context } from "#usecases/context.ts";

/** What the facts of a day are loaded by: the context's day unless another is asked. */
export function factsScope(
  context: Context,
  asked: Pick<FactsScope, "scenarios" | "payers" | "forgetPlanned"> & { readonly day?: Day },
): FactsScope {
  return {
    day: context.today,
    today: context.today,
    timeZone: context.timeZone,
    locale: context.locale,
    staleAfter: context.staleAfter,
    settings: context.settings,
    ...asked,
  };
}
