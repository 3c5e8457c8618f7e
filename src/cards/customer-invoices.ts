import type { Part } from "#cards/card.ts";
import type { CustomerView, InvoiceLine } from "#cards/customer.ts";
import type { Words } from "#i18n/words.ts";

/** One page of open invoices, each with its last reminder, and a button to the next page. */
export function invoiceParts(view: CustomerView, words: Words): readonly Part[] {
  const say = words.cards.customer;
  const { lines, total, page, after } = view.invoices;
  if (total === 0) return [];
  return [
    { is: "text", text: [{ text: say.invoicesTitle(total), strong: true }] },
    ...lines.map((line) => ({ is: "item", text: lineText(line, view, words) }) as const),
    ...(after.invoices === 0
      ? []
      : [
          {
            is: "item",
            text: say.others(after.invoices, after.amount),
            control: {
              is: "button",
              label: words.common.buttons.next(after.invoices),
              action: { do: "show-customer", customer: view.customer.code, page: page + 1 },
            },
          } as const,
        ]),
  ];
}

function lineText(line: InvoiceLine, view: CustomerView, words: Words): string {
  const say = words.cards.customer;
  const { lastReminder } = line;
  const remarks = [
    line.factoring === null ? "" : words.notes.factored.tags[line.factoring],
    line.promised === null ? "" : say.invoicePromised(line.promised),
    line.disputed === null ? "" : say.invoiceDisputed(line.disputed),
    lastReminder === null
      ? ""
      : `${say.lastReminder(lastReminder.step, lastReminder.day)}${lastReminder.undelivered ? say.notArrived : ""}`,
  ].filter((remark) => remark !== "");
  const text = say.invoiceLine(line.number, line.residual, line.due, view.asOf.today, line.daysLate);
  return remarks.length === 0 ? text : `${text} (${remarks.join(", ")})`;
}
