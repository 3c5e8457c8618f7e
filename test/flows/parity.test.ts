import { readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { actionSchema, encodeAction, type Action, type FormName } from "#cards/action.ts";
import type { Card } from "#cards/card.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleForms } from "../cards/sample-forms.ts";
import { sampleCards } from "../cards/samples.ts";
import { actionsIn, BOTH_CHATS } from "../support/both-chats.ts";

const CUSTOMER = "C1001";
const DAY = "2026-11-27";

/** One of each: a new action does not type-check until it stands here, and fails below until both chats know it. */
const ONE_OF_EACH: { readonly [Name in Action["do"]]: Extract<Action, { do: Name }> } = {
  "show-portfolio": { do: "show-portfolio", scope: "mine", page: 1 },
  "show-customer": { do: "show-customer", customer: CUSTOMER },
  "show-timeline": { do: "show-timeline", customer: CUSTOMER, invoice: 3 },
  "show-calls": { do: "show-calls" },
  "show-ask": { do: "show-ask", ask: 12 },
  "show-script": { do: "show-script", ask: 12 },
  "show-reminder": { do: "show-reminder", customer: CUSTOMER, seller: "EX" },
  "show-subscriptions": { do: "show-subscriptions" },
  "stop-subscription": { do: "stop-subscription", subscription: 4 },
  "post-again": { do: "post-again", subscription: 4 },
  "allow-guests": { do: "allow-guests", channel: 2, allowed: true },
  "show-role-channels": { do: "show-role-channels" },
  "clear-role-channel": { do: "clear-role-channel", role: "finance" },
  "show-brief": { do: "show-brief", customer: CUSTOMER },
  "show-calendar": { do: "show-calendar" },
  "show-contacts": { do: "show-contacts", customer: CUSTOMER },
  "show-factored": { do: "show-factored", page: 1 },
  "test-calendar": { do: "test-calendar" },
  "unlink-calendar": { do: "unlink-calendar" },
  "nothing-said": { do: "nothing-said", meeting: 6 },
  "show-preview": { do: "show-preview", on: DAY, part: "not-a-working-day", page: 2 },
  "show-finance-list": { do: "show-finance-list", page: 2 },
  "show-effectiveness": { do: "show-effectiveness" },
  "go-live": { do: "go-live" },
  "show-stops": { do: "show-stops", page: 1 },
  "pause-day": { do: "pause-day", on: DAY },
  "end-pause": { do: "end-pause", pause: 3 },
  "show-help": { do: "show-help" },
  "show-forecast": { do: "show-forecast", scope: "team:12", currency: "EUR", in: "2026-W49", page: 1 },
  "show-score": { do: "show-score", customer: CUSTOMER },
  "show-cash-report": { do: "show-cash-report", scope: "team:12" },
  "show-decisions": { do: "show-decisions", scope: "company" },
  "show-dispute": { do: "show-dispute", dispute: 4 },
  "show-welcome": { do: "show-welcome", part: 3 },
  "show-dso": { do: "show-dso", scope: "team:12" },
  "show-balance": { do: "show-balance", scope: "company" },
  "show-my-data": { do: "show-my-data" },
  "show-my-data-file": { do: "show-my-data-file" },
  "why-me": { do: "why-me", ask: 12 },
  "give-promise": { do: "give-promise", customer: CUSTOMER, ask: 12, due: DAY },
  "no-answer": { do: "no-answer", ask: 12, on: DAY },
  "not-received": { do: "not-received", ask: 12 },
  "already-paid": { do: "already-paid", ask: 12 },
  "not-mine": { do: "not-mine", ask: 12 },
  later: { do: "later", ask: 12, on: DAY },
  undo: { do: "undo", event: 7 },
  "cancel-promise": { do: "cancel-promise", promise: 5 },
  "move-promise": { do: "move-promise", promise: 5, due: DAY },
  "close-dispute": { do: "close-dispute", dispute: 4, outcome: "shared" },
  "end-hold": { do: "end-hold", hold: 2 },
  "show-scenarios": { do: "show-scenarios" },
  "show-scenario": { do: "show-scenario", scenario: "default" },
  "show-scenario-draft": { do: "show-scenario-draft", package: 4 },
  "publish-scenarios": { do: "publish-scenarios", package: 4 },
  "cancel-scenarios": { do: "cancel-scenarios", package: 4 },
  "roll-back-scenario": { do: "roll-back-scenario", scenario: "default" },
  "choose-scenario": { do: "choose-scenario", customer: CUSTOMER, scenario: "prudent" },
  "confirm-profile": { do: "confirm-profile", proposal: 7 },
  "refuse-profile": { do: "refuse-profile", proposal: 7 },
  "approve-promise": { do: "approve-promise", ask: 12 },
  "refuse-promise": { do: "refuse-promise", ask: 12 },
  "show-letter": { do: "show-letter", ask: 12, at: 0 },
  "show-document": { do: "show-document", document: 3 },
  "show-mail": { do: "show-mail", reminder: 8 },
  "show-case-file": { do: "show-case-file", customer: CUSTOMER },
  "approve-letter": { do: "approve-letter", ask: 12, seen: "0123456789ab" },
  "pass-letter": { do: "pass-letter", ask: 12 },
  "task-done": { do: "task-done", ask: 12 },
  "decide-note": { do: "decide-note", ask: 12, agreed: true },
  reassign: { do: "reassign", ask: 12, person: 3 },
  "take-over": { do: "take-over", ask: 12 },
  "give-back": { do: "give-back", ask: 12 },
  "leave-until": { do: "leave-until", ask: 12, on: DAY },
  "end-absence": { do: "end-absence", absence: 3 },
  "show-reply": { do: "show-reply", reply: 9 },
  "confirm-reply": { do: "confirm-reply", reply: 9, as: "both" },
  "close-reply": { do: "close-reply", reply: 9, how: "carry-on" },
  "open-form": { do: "open-form", form: "promise", customer: CUSTOMER },
};

/** The same for forms. */
const FORMS: { readonly [Name in FormName]: true } = {
  promise: true,
  dispute: true,
  "close-dispute": true,
  "other-contact": true,
  visit: true,
  later: true,
  "no-answer": true,
  comment: true,
  hold: true,
  "ask-by-hand": true,
  "refuse-letter": true,
  "post-letter": true,
  "receive-letter": true,
  "end-of-road": true,
  settings: true,
  calendar: true,
  absence: true,
  subscribe: true,
  "scenario-day": true,
  "template-text": true,
  "choose-scenario": true,
  "payer-profile": true,
  "urgent-block": true,
  "keep-block": true,
  contact: true,
  circuit: true,
  "customer-note": true,
  pause: true,
  company: true,
  "badly-received": true,
};

const formNames = Object.keys(FORMS) as FormName[];
const actions: readonly Action[] = [
  ...Object.values(ONE_OF_EACH),
  ...formNames.map((form) => ({ do: "open-form" as const, form, ask: 12 })),
];

test("the list of actions is the whole of them", () => {
  const known = actionSchema.options.map(({ shape }) => shape.do.value);
  expect(Object.keys(ONE_OF_EACH).toSorted()).toEqual(known.toSorted());
});

test("every form there is has a sample", () => {
  expect(new Set(sampleForms(wordsFor("fr")).map(({ name }) => name))).toEqual(new Set(formNames));
});

test("the folders of the two chats are twins: what one is made of, the other has too", () => {
  const filesOf = (chat: string) => readdirSync(new URL(`../../src/chat/${chat}/`, import.meta.url));
  const twins = ["app", "parse", "render", "render-form", "limits", "limit-table", "send", "faults", "api", "answer"];
  for (const chat of Object.keys(BOTH_CHATS)) {
    expect(filesOf(chat)).toEqual(expect.arrayContaining(twins.map((name) => `${name}.ts`)));
  }
});

describe.each(Object.entries(BOTH_CHATS))("in %s", (_, chat) => {
  test.each(actions.map((action) => [encodeAction(action), action] as const))(
    "%s comes back from a button, a menu, a long menu and a question as it was",
    (encoded, action) => {
      const option = { label: "Ceci", action };
      const card: Card = {
        name: "parity",
        summary: "Parity",
        parts: [
          { is: "item", text: "Un client", control: { is: "button", label: "Ceci", action } },
          { is: "controls", controls: [{ is: "menu", label: "Autre…", options: [option] }] },
          {
            is: "controls",
            controls: [{ is: "menu", label: "Beaucoup", options: Array.from({ length: 30 }, () => option) }],
          },
          {
            is: "controls",
            controls: [
              {
                is: "button",
                label: "Sûr ?",
                action,
                confirm: { title: "Sûr ?", text: "Vraiment ?", yes: "Oui", no: "Non" },
              },
            ],
          },
        ],
      };
      expect(chat.actionsOn(card)).toEqual(Array.from({ length: 33 }, () => encoded));
    },
  );

  describe.each(LOCALES)("in the language %s", (locale) => {
    const words = wordsFor(locale);

    test.each([...sampleCards(words)])("everything on the card %s can be done", (__, card) => {
      expect(chat.actionsOn(card).toSorted()).toEqual(actionsIn(card).toSorted());
    });

    test.each(sampleForms(words).map((form, nth) => [`${form.name} ${nth}`, form] as const))(
      "the form %s comes back with what stood in it",
      (__, form) => {
        const values = Object.fromEntries(
          form.fields.map((field) => [
            field.name,
            field.is === "choices"
              ? [...(field.values ?? [])]
              : field.value === undefined || field.value === ""
                ? null
                : field.value,
          ]),
        );
        const { name, context } = form;
        expect(chat.answerTo(form)).toEqual({ form: name, context, values });
      },
    );
  });
});
