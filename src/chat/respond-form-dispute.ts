import { actorOf, type Asked } from "#chat/asked.ts";
import { choiceOf, choicesOf, codeOf, idOf, textOf } from "#chat/form-values.ts";
import { answered, missing, type FieldOf } from "#chat/form-reply.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { DISPUTE_CATEGORIES } from "#domain/dispute.ts";
import { parseAmountAsTyped, type Money } from "#domain/money.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { currencyOfInvoice } from "#usecases/customers/currency-of.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import { openDispute, type DisputeInput } from "#usecases/disputes/open-dispute.ts";
import { refused } from "#usecases/result.ts";

const FIELD_OF: FieldOf = {
  "amount-not-understood": "amount",
  "amount-not-positive": "amount",
  "more-than-owed": "amount",
  "other-currency": "amount",
  "nothing-owed": "invoices",
};

/** What the customer contests: why, on which invoices, and which part of it when it is one invoice. */
export async function answerDispute(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const { context } = asked;
  const actor = actorOf(asked);
  const category = choiceOf(answer, "category", DISPUTE_CATEGORIES);
  if (category === undefined) return missing(asked, "category");
  const invoices = choicesOf(answer, "invoices").map(Number).filter(Number.isSafeInteger);
  const typed = textOf(answer, "amount");
  if (typed !== undefined && invoices.length !== 1) {
    return { is: "mend", fields: { amount: chatWordsFor(asked.person.locale).amountForOne } };
  }
  const amount = typed === undefined ? undefined : await amountTyped(asked, invoices[0] ?? 0, typed);
  if (amount === null) return answered(asked, refused({ why: "amount-not-understood", typed: typed ?? "" }), FIELD_OF);
  const lines: DisputeInput["lines"] =
    invoices.length === 0
      ? undefined
      : invoices.map((invoice) => ({ invoice, ...(amount === undefined ? {} : { amount }) }));
  const about = { customer: codeOf(answer, "customer"), ask: idOf(answer, "ask") };
  const comment = textOf(answer, "comment");
  const opened = await openDispute(context, actor, { ...about, category, lines, comment });
  const reply = idOf(answer, "reply");
  // The customer's mail that the dispute was read in is dealt with by it.
  if (opened.ok && reply !== undefined)
    await closeReply(context, actor, { reply, how: "dealt-with", because: opened.value.event });
  return answered(asked, opened, FIELD_OF);
}

async function amountTyped(asked: Asked, invoice: number, typed: string): Promise<Money | null> {
  const currency = await currencyOfInvoice(asked.context, invoice);
  const minor = currency === null ? null : parseAmountAsTyped(typed, currency, asked.person.locale);
  return currency === null || minor === null ? null : { minor, currency };
}
