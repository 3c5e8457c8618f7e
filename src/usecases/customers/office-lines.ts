import type { OfficeLine } from "#cards/portfolio.ts";
import { byText } from "#domain/invoice-order.ts";
import { disputesHeldBy } from "#store/disputes.ts";
import { asksFor } from "#store/finance-facts.ts";
import type { Drawing } from "#usecases/delivery/drawing.ts";
import { askTitle } from "#usecases/reports/finance-list.ts";

/** What waits for somebody who has no customers of their own: their tasks and disputes, the oldest first. */
export async function officeLines(drawing: Drawing): Promise<readonly OfficeLine[]> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const lines: OfficeLine[] = [];
  for (const { ask, kind, code, name, since } of await asksFor(db, viewer.id, viewer.roles)) {
    const title = (await askTitle(drawing, ask, kind)) ?? words.control.finances.line("call", name);
    lines.push({ title, customer: code, since, action: { do: "show-ask", ask } });
  }
  for (const { dispute, code, name, amount, since } of await disputesHeldBy(db, viewer.id, viewer.roles)) {
    const title = words.cards.disputes.summary(name, [amount]);
    lines.push({ title, customer: code, since, action: { do: "show-dispute", dispute } });
  }
  return lines.toSorted((a, b) => byText(a.since, b.since) || byText(a.title, b.title));
}
