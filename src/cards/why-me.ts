import type { Card } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** Why this person was asked (E5): everything the ranking knows, in plain words. */
export interface WhyMeView {
  readonly customer: CustomerName;
  /** False: the reader was asked in the place of whoever owns the customer. */
  readonly owns: boolean;
  /** The absent colleague in whose place they stand; null = nobody's. */
  readonly insteadOf: string | null;
  readonly totals: readonly Money[];
  readonly oldestDaysLate: number;
  readonly mails: number;
  /** Of the calls about this customer, how many a payment followed within 30 days. */
  readonly history: { readonly asked: number; readonly paid: number };
  readonly capPerDay: number;
  readonly capPerWeek: number;
  readonly asOf: AsOf;
}

/** Why a call came to this person (E5): whose the customer is, the money, the mails without an answer. */
export function whyMeCard(view: WhyMeView, words: Words): Card {
  const say = words.cards.calls.why;
  const { name } = view.customer;
  const lines = [
    whose(view, words),
    say.money(view.totals, view.oldestDaysLate),
    say.mails(view.mails),
    view.history.asked === 0 ? say.noHistory : say.history(view.history.paid, view.history.asked),
    say.cap(view.capPerDay, view.capPerWeek),
  ];
  return {
    name: "why-me",
    summary: say.title(name),
    parts: [
      { is: "heading", text: say.title(name) },
      ...lines.map((text) => ({ is: "item", text }) as const),
      { is: "text", text: say.exit },
      asOfPart(view.asOf, words),
    ],
  };
}

function whose({ owns, insteadOf, customer }: WhyMeView, words: Words): string {
  const say = words.cards.calls.why;
  if (insteadOf !== null) return say.insteadOf(customer.name, insteadOf);
  return owns ? say.owner(customer.name) : say.stoodIn(customer.name);
}
