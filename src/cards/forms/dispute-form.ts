import type { Form } from "#cards/card.ts";
import { choiceField, paragraphField } from "#cards/forms/field.ts";
import { COMMENT_LENGTH_MAX, contextOf, typedAmount, type FormSubject } from "#cards/forms/form-context.ts";
import type { Day } from "#domain/calendar.ts";
import { DISPUTE_CATEGORIES, DISPUTE_OUTCOMES, type DisputeCategory } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

export interface DisputeFormView {
  readonly subject: FormSubject;
  readonly customer: string;
  /** The invoices to choose from, oldest due first, and how many more there are. */
  readonly invoices: readonly {
    readonly id: number;
    readonly number: string;
    readonly residual: Money;
    readonly due: Day;
  }[];
  readonly others: number;
  /** What a customer's mail seems to say, to be corrected. */
  readonly said?: {
    readonly category: DisputeCategory;
    readonly invoices: readonly number[];
    readonly amount: Money | null;
    readonly comment: string;
  };
}

/**
 * Fields: `category`; `invoices` (ids; the only one is chosen already); `amount`, empty for all of them; `comment`. The
 * amount is in the currency of the first invoice.
 */
export function disputeForm(view: DisputeFormView, words: Words): Form {
  const say = words.cards.forms;
  const { said } = view;
  const categories = DISPUTE_CATEGORIES.map((value) => ({
    label: words.say.capital(words.common.categories[value]),
    value,
  }));
  const [first, second] = view.invoices;
  const only = first !== undefined && second === undefined ? [first.id] : [];
  const chosen = said === undefined || said.invoices.length === 0 ? only : said.invoices;
  return {
    name: "dispute",
    title: say.dispute.title,
    submit: say.dispute.submit,
    cancel: say.cancel,
    intro: say.forCustomer(view.customer),
    fields: [
      choiceField("category", say.dispute.category, categories, { value: said?.category }),
      {
        is: "choices",
        name: "invoices",
        label: say.dispute.invoices,
        options: view.invoices.map((invoice) => ({
          label: say.dispute.invoiceOption(invoice.number, invoice.residual, invoice.due),
          value: String(invoice.id),
        })),
        ...(chosen.length === 0 ? {} : { values: chosen.map(String) }),
        ...(view.others === 0 ? {} : { hint: say.dispute.othersHint(view.others) }),
      },
      {
        is: "amount",
        name: "amount",
        label: say.dispute.amount,
        hint: say.dispute.amountHint,
        optional: true,
        ...(said === undefined || said.amount === null ? {} : { value: typedAmount(said.amount, words) }),
        currency: first?.residual.currency ?? "EUR",
      },
      paragraphField("comment", say.dispute.comment, COMMENT_LENGTH_MAX, {
        value: said?.comment.slice(0, COMMENT_LENGTH_MAX),
        hint: say.dispute.commentHint,
        optional: true,
      }),
    ],
    context: contextOf(view.subject),
  };
}

/** Fields: `outcome`, `comment`. */
export function closeDisputeForm(subject: FormSubject, customer: string, words: Words): Form {
  const say = words.cards.forms;
  const outcomes = DISPUTE_OUTCOMES.map((value) => ({ label: words.cards.disputes.close[value], value }));
  return {
    name: "close-dispute",
    title: say.closeDispute.title,
    submit: say.closeDispute.submit,
    cancel: say.cancel,
    intro: say.forCustomer(customer),
    fields: [
      choiceField("outcome", say.closeDispute.outcome, outcomes),
      paragraphField("comment", say.closeDispute.comment, COMMENT_LENGTH_MAX, {
        hint: say.closeDispute.commentHint,
        optional: true,
      }),
    ],
    context: contextOf(subject),
  };
}
