import { actorOf, refuse, type Asked } from "#chat/asked.ts";
import { codeOf, dayOf, idOf, textOf } from "#chat/form-values.ts";
import { answered, missing, type FieldOf } from "#chat/form-reply.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { isCurrency, parseAmountAsTyped, type Money } from "#domain/money.ts";
import { refused } from "#usecases/result.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import { currencyOf } from "#usecases/customers/currency-of.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";

const FIELD_OF: FieldOf = {
  "date-in-past": "due",
  "date-too-far": "due",
  "amount-not-understood": "amount",
  "amount-not-positive": "amount",
  "more-than-owed": "amount",
  "other-currency": "amount",
};

/** "Other day", part of the amount, a word with it; or another day for a promise that exists. */
export async function answerPromise(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const { context } = asked;
  const actor = actorOf(asked);
  const due = dayOf(answer, "due");
  if (due === undefined) return missing(asked, "due");
  const promise = idOf(answer, "promise");
  if (promise !== undefined) return answered(asked, await movePromise(context, actor, { promise, due }), FIELD_OF);
  const customer = codeOf(answer, "customer");
  if (customer === undefined) return refuse(asked, { why: "gone" });
  const typed = textOf(answer, "amount");
  const amount = typed === undefined ? undefined : await amountTyped(asked, answer, customer, typed);
  if (amount === null) return answered(asked, refused({ why: "amount-not-understood", typed: typed ?? "" }), FIELD_OF);
  const comment = textOf(answer, "comment");
  const given = await givePromise(context, actor, { customer, ask: idOf(answer, "ask"), due, amount, comment });
  const reply = idOf(answer, "reply");
  // The customer's mail that the promise was read in is dealt with by it.
  if (given.ok && reply !== undefined)
    await closeReply(context, actor, { reply, how: "dealt-with", because: given.value.event });
  return answered(asked, given, FIELD_OF);
}

async function amountTyped(asked: Asked, answer: FormAnswer, customer: string, typed: string): Promise<Money | null> {
  const chosen = textOf(answer, "currency") ?? codeOf(answer, "currency") ?? "";
  const currency = isCurrency(chosen) ? chosen : await currencyOf(asked.context, customer);
  const minor = parseAmountAsTyped(typed, currency, asked.person.locale);
  return minor === null ? null : { minor, currency };
}
