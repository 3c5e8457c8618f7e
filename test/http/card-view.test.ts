import { describe, expect, test } from "vitest";

import { encodeAction } from "#cards/action.ts";
import { actionsOf, cardByLink } from "#cards/by-link.ts";
import { LOCALES } from "#domain/person.ts";
import { drawCardMail } from "#email/cards/card-mail.ts";
import { cardView } from "#http/card-view.ts";
import { formView, readForm } from "#http/form-view.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleForms } from "../cards/sample-forms.ts";
import { sampleCards } from "../cards/samples.ts";
import { inputsIn } from "../support/link-page.ts";

const NO_FORM = { name: "comment", title: "", submit: "", cancel: "", fields: [], context: {} } as const;
const PLACE = { isFirst: true, isAnswered: true };
const HREF = `https://relais.example/links/${"x".repeat(43)}`;

describe.each(LOCALES)("in the language %s", (locale) => {
  const words = wordsFor(locale);
  const cards = [...sampleCards(words)];
  const forms = sampleForms(words);

  test("everything a link honours on a card can be pressed on its page", async () => {
    for (const [name, card] of cards) {
      const shown = cardByLink(card);
      const open = new Map(actionsOf(shown).map((action) => [encodeAction(action), NO_FORM]));
      const html = (await cardView(shown, { open, sent: null, words: pageWordsFor(locale).card }, PLACE)).toString();
      const pressed = inputsIn(html).flatMap(([field, value]) => (field === "action" ? [value] : []));

      expect([name, ...pressed.toSorted()]).toEqual([name, ...actionsOf(shown).map(encodeAction).toSorted()]);
    }
  });

  test("every card is a mail that loads nothing, and whose buttons all lead to its page", () => {
    for (const [name, card] of cards) {
      const mail = drawCardMail(card, { locale, chat: null }, HREF);
      const links = [...mail.html.matchAll(/<a href="([^"#]*)#c\d+"/g)].map(([, href]) => href);

      expect([name, ...new Set(links)]).toEqual(links.length === 0 ? [name] : [name, HREF]);
      expect(mail.html).not.toMatch(/<(img|script|style|link|iframe|form)\b|url\(/i);
      expect(mail.text).toContain(HREF);
      expect(mail.text).not.toMatch(/^# /m);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  });

  test("no card opens the home or other customers by a link", () => {
    const looks = cards.flatMap(([, card]) => actionsOf(cardByLink(card)).map(({ do: does }) => does));

    expect(["show-ask", "show-script", "show-letter", "show-document"]).toEqual(
      expect.arrayContaining(looks.filter((does) => does.startsWith("show-"))),
    );
  });

  test.each(forms.map((form, nth) => [`${form.name} ${nth}`, form] as const))(
    "the form %s comes back with what stood in it",
    async (_, form) => {
      const drawing = { action: "{}", id: "c1", sent: null, words: pageWordsFor(locale).card };
      const { action: _action, ...fields } = Object.fromEntries(inputsIn((await formView(form, drawing)).toString()));
      const values = Object.fromEntries(
        form.fields.map((field) => [
          field.name,
          field.is === "choices" ? [...(field.values ?? [])] : field.value === "" ? null : (field.value ?? null),
        ]),
      );

      expect(readForm(form, fields).answer).toEqual({ form: form.name, context: form.context, values });
    },
  );
});
