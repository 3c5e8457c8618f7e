import type { Card, Part } from "#cards/card.ts";
import { asOfText, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

export interface CallLine {
  readonly ask: number;
  readonly customer: CustomerName;
  readonly totals: readonly Money[];
  readonly oldestDays: number;
  readonly since: Day;
}

/** The calls that wait for the reader, one page of them. */
export interface MyCallsView {
  readonly calls: readonly CallLine[];
  readonly total: number;
  readonly page: number;
  readonly after: number;
  readonly asOf: AsOf;
}

/** "Mes appels": each opens as its own card, with its buttons. */
export function myCallsCard(view: MyCallsView, words: Words): Card {
  const say = words.cards.calls.mine;
  const title = say.title(view.total);
  const refresh: Part = {
    is: "item",
    text: asOfText(view.asOf, words),
    control: { is: "button", label: words.common.buttons.refresh, action: { do: "show-calls" } },
  };
  return {
    name: "my-calls",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(view.total === 0 ? [{ is: "text", text: say.none } as const] : listParts(view, words)),
      refresh,
    ],
  };
}

function listParts(view: MyCallsView, words: Words): readonly Part[] {
  const say = words.cards.calls.mine;
  const { today } = view.asOf;
  return [
    ...view.calls.map(
      (call) =>
        ({
          is: "item",
          text: [
            { text: call.customer.name, strong: true },
            { text: `, ${say.line(call.totals, call.oldestDays)}, ${say.since(call.since, today)}` },
          ],
        }) as const,
    ),
    {
      is: "controls",
      controls: [
        {
          is: "menu",
          label: say.open,
          options: view.calls.map(({ ask, customer }) => ({
            label: customer.name,
            action: { do: "show-ask", ask } as const,
          })),
        },
        ...(view.after === 0
          ? []
          : [
              {
                is: "button",
                label: words.common.buttons.next(view.after),
                action: { do: "show-calls", page: view.page + 1 },
              } as const,
            ]),
      ],
    },
  ];
}
