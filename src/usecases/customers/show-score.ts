import { scoreCard } from "#cards/score.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { explainScore } from "#domain/score.ts";
import { hiddenFrom } from "#domain/settings.ts";
import { customerHead, disputeHistory } from "#store/customer-facts.ts";
import { paidBy } from "#store/families.ts";
import { openItems } from "#store/open-items.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { hiddenReasons, limitUse, scoreFactsOf } from "#usecases/customers/customer-behaviour.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** "Why this score?" (V6), for whoever may see the customer and its score; what is hidden from them is absent (V10). */
export async function showScore(
  context: Context,
  viewer: Person,
  input: { readonly customer: string },
): Promise<Result<Drawn>> {
  const { db } = context.store;
  const head = await customerHead(db, input.customer);
  const owner = head === null ? null : await ownershipOfCustomer(db, input.customer);
  const hidden = hiddenFrom(viewer, context.settings);
  if (head === null || owner === null || !mayTouch(viewer, owner, "see-customer") || hidden.has("score")) {
    return refused({ why: "not-allowed" });
  }
  const family = await paidBy(db, head.code);
  const items = await openItems(db, context.today, family);
  const { ours } = await disputeHistory(db, family);
  const of = { head, family, items, disputesLost: ours };
  const facts = await scoreFactsOf(context, of, await limitUse(context, of));
  const { words, asOf } = drawingFor(context, viewer);
  const view = {
    customer: { code: head.code, name: head.name },
    settled: facts.delays.length,
    score: explainScore(facts, hiddenReasons(hidden)),
    asOf,
  };
  return done({ card: scoreCard(view, words), customers: [] });
}
