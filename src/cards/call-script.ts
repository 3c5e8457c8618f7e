import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, contactLine, type ContactView, type CustomerName } from "#cards/view.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** What a person has before them while calling (E6). */
export interface CallScriptView {
  readonly ask: number;
  readonly customer: CustomerName;
  readonly contact: ContactView | null;
  /** The step the call stands for; "broken" after a promise that did not hold. */
  readonly step: StepName | "broken";
  readonly totals: readonly Money[];
  /** The numbers of the oldest invoices, and how many others there are. */
  readonly invoices: readonly string[];
  readonly others: number;
  readonly asOf: AsOf;
}

/** Opening, facts, three questions, close, and an answer to the six usual replies. */
export function callScriptCard(view: CallScriptView, words: Words): Card {
  const say = words.cards.calls.script;
  const title = say.title(view.customer.name);
  const firstName = view.contact?.name.split(" ")[0] ?? null;
  return {
    name: "call-script",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(view.contact === null ? [] : [{ is: "text", text: contactLine(view.contact, words) } as const]),
      ...section(say.openingTitle, [say.opening(firstName, view.step)]),
      ...section(say.factsTitle, [say.facts(view.totals, view.invoices, view.others)]),
      ...section(say.questionsTitle, say.questions(view.step)),
      ...section(say.closeTitle, [say.close(view.step)]),
      ...section(
        say.repliesTitle,
        say.replies(view.step).map(([heard, answer]) => `${heard} → ${answer}`),
      ),
      asOfPart(view.asOf, words),
    ],
  };
}

function section(title: string, lines: readonly string[]): readonly Part[] {
  return [
    { is: "text", text: [{ text: title, strong: true }] },
    ...lines.map((text) => ({ is: "item", text }) as const),
  ];
}
