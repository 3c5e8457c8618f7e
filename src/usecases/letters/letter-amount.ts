import type { Money } from "#domain/money.ts";
import { askById } from "#store/asks.ts";
import { lettersOfAsk } from "#store/letters.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency } from "#usecases/delivery/drawing.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";

/** What the letters of a formal notice claim: those approved, else those it would make today; none = no letter can be written. */
export async function letterAmount(context: Context, ask: number): Promise<readonly Money[]> {
  const { db } = context.store;
  const approved = await lettersOfAsk(db, ask);
  if (approved.length > 0) return byCurrency(approved.map(({ total, currency }) => ({ minor: total, currency })));
  const found = await askById(db, ask);
  if (found === null) return [];
  const { notices } = await draftsOf(db, context, found);
  return byCurrency(notices.map(({ total, currency }) => ({ minor: total, currency })));
}
