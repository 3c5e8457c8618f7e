import type { Action } from "#cards/action.ts";
import type { Card } from "#cards/card.ts";
import { cardOf, refuse, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { formFor } from "#usecases/form-for.ts";

/** Opens a form; where none can be opened (words typed in the direct messages), a button that opens it. */
export async function openForm(asked: Asked, action: Extract<Action, { do: "open-form" }>): Promise<Reply> {
  const found = await formFor(asked.context, action, asked.person);
  if (!found.ok) return refuse(asked, found.refusal);
  return asked.opensForms
    ? { is: "form", form: found.value }
    : cardOf(asked, { card: buttonFor(asked, action, found.value.title), customers: [] }, null);
}

function buttonFor(asked: Asked, action: Action, title: string): Card {
  const { formHere, openForm: label } = chatWordsFor(asked.person.locale);
  return {
    name: "form-button",
    summary: title,
    parts: [
      { is: "text", text: [{ text: title, strong: true }, { text: `\n${formHere}` }] },
      { is: "controls", controls: [{ is: "button", label, action, look: "primary" }] },
    ],
  };
}
