import type { Action } from "#cards/action.ts";
import type { Card, Form } from "#cards/card.ts";
import { cardOf, refuse, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { formFor } from "#usecases/delivery/form-for.ts";
import { refused, type Result } from "#usecases/result.ts";
import { subscribeFormFor } from "#usecases/channels/subscribe-form.ts";

type OpenForm = Extract<Action, { do: "open-form" }>;

/** Opens a form; where none can be opened (words typed in the direct messages), a button that opens it. */
export async function openForm(asked: Asked, action: OpenForm): Promise<Reply> {
  const found = await formOf(asked, action);
  if (!found.ok) return refuse(asked, found.refusal);
  return asked.opensForms
    ? { is: "form", form: found.value }
    : cardOf(asked, { card: buttonFor(asked, action, found.value.title), customers: [] }, null);
}

/** Who reads in which channel is known to the chat alone. */
async function formOf(asked: Asked, action: OpenForm): Promise<Result<Form>> {
  const { context, here, person } = asked;
  if (action.form !== "subscribe") return formFor(context, action, person);
  return here === undefined ? refused({ why: "gone" }) : subscribeFormFor(context, person, here, action);
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
