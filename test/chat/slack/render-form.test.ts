import { expect, test } from "vitest";

import type { Field, Form } from "#cards/card.ts";
import { checkSlackPayload } from "#chat/slack/limits.ts";
import { originSchema } from "#chat/slack/origin.ts";
import { readAnswer, renderForm } from "#chat/slack/render-form.ts";

const origin = originSchema.parse({ channel: "D1", message: "1.2" });
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `Facture ${n}`, value: `${n}` }));
const FIELDS: readonly Field[] = [
  { is: "day", name: "due", label: "Quand ?", value: "2026-12-04" },
  { is: "amount", name: "amount", label: "Combien ?", currency: "EUR", value: "12 400", hint: "Tout ou partie" },
  { is: "line", name: "who", label: "Qui ?", lengthMax: 80, optional: true },
  { is: "paragraph", name: "comment", label: "Un mot", lengthMax: 9_999, optional: true },
  { is: "choice", name: "category", label: "Pourquoi ?", options: options(130), value: "2" },
  { is: "choices", name: "few", label: "Lesquelles ?", options: options(10), values: ["1", "3"] },
  { is: "choices", name: "many", label: "Lesquelles ?", options: options(11) },
];
const FORM: Form = {
  name: "promise",
  title: "Un titre beaucoup trop long pour une fenêtre",
  submit: "Enregistrer la promesse de paiement",
  cancel: "Fermer",
  intro: "Garnier & Fils",
  fields: FIELDS,
  context: { customer: "C0001", ask: 7, promise: null },
};

test("every kind of field is drawn within the limits", () => {
  const view = renderForm(FORM, origin);

  expect(checkSlackPayload("views.open", { trigger_id: "1.2.3", view })).toEqual([]);
  expect(view.blocks.flatMap((block) => ("element" in block ? [block.element.type] : []))).toEqual([
    "datepicker",
    "plain_text_input",
    "plain_text_input",
    "plain_text_input",
    "static_select",
    "checkboxes",
    "multi_static_select",
  ]);
});

test("an answer comes back as a plain record, with what the form was about and where it was opened", () => {
  const metadata = renderForm(FORM, origin).private_metadata ?? "";
  const read = readAnswer(metadata, {
    due: { due: { type: "datepicker", selected_date: "2026-12-18" } },
    amount: { amount: { type: "plain_text_input", value: "6 000,50" } },
    who: { who: { type: "plain_text_input", value: null } },
    category: { category: { type: "static_select", selected_option: { value: "2", text: {} } } },
    few: { few: { type: "checkboxes", selected_options: [{ value: "1" }, { value: "3" }] } },
    many: { many: { type: "multi_static_select", selected_options: [] } },
  });

  expect(read).toEqual({
    answer: {
      form: "promise",
      context: { customer: "C0001", ask: 7, promise: null },
      values: { due: "2026-12-18", amount: "6 000,50", who: null, category: "2", few: ["1", "3"], many: [] },
    },
    origin,
  });
});

test.each([
  ["no JSON", "{"],
  ["no form of ours", JSON.stringify({ form: "wire-money", context: {}, origin: {} })],
  ["a context that holds more than ids", JSON.stringify({ form: "promise", context: { a: { b: 1 } }, origin: {} })],
])("a view with %s in its metadata is nothing", (_, metadata) => {
  expect(readAnswer(metadata, {})).toBeNull();
});
