import { describe, expect, test } from "vitest";

import { checkSlackPayload } from "#chat/slack/limits.ts";
import { originSchema } from "#chat/slack/origin.ts";
import { renderForm } from "#chat/slack/render-form.ts";
import { renderCard, renderHome } from "#chat/slack/render.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleForms } from "../../cards/sample-forms.ts";
import { sampleCards } from "../../cards/samples.ts";

const ORIGIN = originSchema.parse({
  channel: "D0123456789",
  message: "1732435800.000100",
  responseUrl: "https://hooks.slack.example/actions/T0RELAIS00/1234567890/abcdefghijklmnopqrstuvwx",
});

describe.each(LOCALES)("in %s", (locale) => {
  const words = wordsFor(locale);
  const cards = [...sampleCards(words)];

  test.each(cards)("the card %s is a message and a home tab that Slack takes, whole", (_, card) => {
    const message = renderCard(card);

    expect(checkSlackPayload("chat.postMessage", { channel: "D1", ...message })).toEqual([]);
    expect(checkSlackPayload("chat.update", { channel: "D1", ts: "1.1", ...message })).toEqual([]);
    expect(checkSlackPayload("response_url", { replace_original: true, ...message })).toEqual([]);
    expect(checkSlackPayload("views.publish", { user_id: "U1", view: renderHome(card) })).toEqual([]);
    expect(JSON.stringify(message.blocks)).not.toContain('"text":"…"');
  });

  test.each(sampleForms(words).map((form, nth) => [`${form.name} ${nth}`, form] as const))(
    "the form %s is a window that Slack takes",
    (_, form) => {
      expect(checkSlackPayload("views.open", { trigger_id: "1.2.3", view: renderForm(form, ORIGIN) })).toEqual([]);
    },
  );
});
