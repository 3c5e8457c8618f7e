import { factoredCard, type FactoredShare } from "#cards/factored.ts";
import { daysBetween } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { factoredItems, type FactoredItem } from "#store/factored.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { done, type Result } from "#usecases/result.ts";
import { customersFor } from "#usecases/customers/show-portfolio.ts";

const LINES_PER_PAGE = 10;

/** The open invoices that a factor has financed, of the customers a person usually looks at (P10). */
export async function showFactored(
  context: Context,
  viewer: Person,
  input: { readonly page?: number | undefined },
): Promise<Result<Drawn>> {
  const drawing = drawingFor(context, viewer);
  const page = input.page ?? 0;
  const items = await factoredItems(context.store.db, context.today, await customersFor(context, viewer));
  const shown = items.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE);
  const card = factoredCard(
    {
      ours: shareOf(items.filter(({ factoring }) => factoring !== "notified")),
      notified: shareOf(items.filter(({ factoring }) => factoring === "notified")),
      lines: shown.map(({ id, customer, name, number, residual, currency, due, factoring }) => ({
        id,
        customer: { code: customer, name },
        number,
        residual: { minor: residual, currency },
        daysLate: Math.max(0, daysBetween(due, context.today)),
        factoring,
      })),
      page,
      after: Math.max(0, items.length - (page + 1) * LINES_PER_PAGE),
      asOf: drawing.asOf,
    },
    drawing.words,
  );
  return done({ card, customers: shown.map(({ customer }) => customer) });
}

function shareOf(items: readonly FactoredItem[]): FactoredShare {
  return {
    invoices: items.length,
    amounts: byCurrency(items.map(({ residual, currency }) => ({ minor: residual, currency }))),
  };
}
