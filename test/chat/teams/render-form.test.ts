import { expect, test } from "vitest";

import type { Field, Form } from "#cards/card.ts";
import { checkTeamsCard } from "#chat/teams/limits.ts";
import { dialogOf, readAnswer, renderForm } from "#chat/teams/render-form.ts";
import { actionsOf } from "#simulator/teams/elements.ts";
import type { Json } from "#simulator/slack/json.ts";
import { lintCard } from "../../support/adaptive-card.ts";

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
  title: "Un titre beaucoup trop long pour une fenêtre, et même pour deux fenêtres côte à côte",
  submit: "Enregistrer la promesse de paiement",
  cancel: "Fermer",
  intro: "Garnier & Fils",
  fields: FIELDS,
  context: { customer: "C0001", ask: 7, promise: null },
};
const DRAWING = { place: "dialog", openedFrom: "1732435800000", fieldMissing: "À compléter." } as const;

test("every kind of field is drawn within the limits", () => {
  const card = renderForm(FORM, DRAWING);

  expect(checkTeamsCard(card)).toEqual([]);
  expect(lintCard(card)).toEqual([]);
  expect(card.body.flatMap((one) => (one.type.startsWith("Input.") ? [one.type] : []))).toEqual([
    "Input.Date",
    "Input.Text",
    "Input.Text",
    "Input.Text",
    "Input.ChoiceSet",
    "Input.ChoiceSet",
    "Input.ChoiceSet",
  ]);
  expect(card.body).toContainEqual(
    expect.objectContaining({ id: "due", isRequired: true, errorMessage: "À compléter." }),
  );
  expect(card.body).toContainEqual(expect.objectContaining({ id: "few", style: "expanded", wrap: true, value: "1,3" }));
  expect(card.body).toContainEqual(expect.objectContaining({ id: "many", style: "compact", isMultiSelect: true }));
});

test("in a dialog its buttons stay in sight; in the card it can be given up", () => {
  const dialog = dialogOf(FORM, DRAWING).task.value;
  const inCard = renderForm(FORM, { ...DRAWING, place: "in-card" });

  expect([...dialog.title].length).toBeLessThanOrEqual(60);
  expect(dialog.card.content.actions).toMatchObject([{ type: "Action.Submit" }]);
  expect(inCard.actions).toBeUndefined();
  expect(inCard.body.at(-1)).toMatchObject({
    actions: [
      { type: "Action.Execute", verb: "submit.promise" },
      { verb: "cancel", title: "Fermer" },
    ],
  });
});

test("a form to be mended stands again with what was typed and what is wrong under its field", () => {
  const typed = { due: "2025-01-01", amount: null, who: "Sonia", comment: "*a*", category: "3", few: ["2"], many: [] };
  const card = renderForm(FORM, { ...DRAWING, typed, wrong: { due: "Cette date est passée." } });
  const at = card.body.findIndex((one) => "id" in one && one.id === "due");

  expect(card.body[at]).toMatchObject({ value: "2025-01-01" });
  expect(card.body[at + 1]).toMatchObject({ inlines: [{ text: "Cette date est passée.", color: "attention" }] });
  expect(card.body.find((one) => "id" in one && one.id === "amount")).not.toHaveProperty("value");
  expect(card.body).toContainEqual(expect.objectContaining({ id: "few", value: "2" }));
  expect(card.body).toContainEqual(expect.objectContaining({ id: "comment", value: "*a*" }));
});

test("an answer comes back as a plain record, with what the form was about and where it was opened", () => {
  const [submit] = actionsOf(renderForm(FORM, DRAWING) as unknown as Json);
  const data = submit?.action["data"] as object;
  const read = readAnswer({
    ...data,
    due: "2026-12-18",
    amount: "6 000,50",
    who: "",
    category: "2",
    few: "1,3",
    many: "",
  });

  expect(read).toEqual({
    answer: {
      form: "promise",
      context: { customer: "C0001", ask: 7, promise: null },
      values: { due: "2026-12-18", amount: "6 000,50", who: null, category: "2", few: ["1", "3"], many: [] },
    },
    openedFrom: "1732435800000",
  });
});

test.each([
  ["no form", { action: "x" }],
  ["no form of ours", { form: { name: "wire-money", context: {}, several: [], openedFrom: null } }],
  [
    "a context that holds more than ids",
    { form: { name: "promise", context: { a: { b: 1 } }, several: [], openedFrom: null } },
  ],
])("data with %s is no answer", (_, data) => {
  expect(readAnswer(data)).toBeNull();
});
