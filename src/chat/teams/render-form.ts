import { z } from "zod";

import { actionSchema, type FormName } from "#cards/action.ts";
import type { Field, Form, Option } from "#cards/card.ts";
import type { FormAnswer, FormValues } from "#chat/request.ts";
import type { AdaptiveCard, CardAction, CardElement, Choice, InputElement } from "./card-elements.ts";
import { TEAMS_LIMITS as L } from "./limits.ts";
import { openedFromSchema } from "./origin.ts";
import { EMPTY_CARD } from "./render.ts";
import { escapeMarkdown, plain, textBlocks } from "./text.ts";

/** Where a form is filled in: in a dialog of its own, or in the card it was asked from. */
export type FormPlace = "dialog" | "in-card";

export interface FormDrawing {
  readonly place: FormPlace;
  /** The message it was opened from. */
  readonly openedFrom: string | null;
  /** Said under a field that was left empty. */
  readonly fieldMissing: string;
  /** What was typed before, when it has to be mended: it stands in the fields again. */
  readonly typed?: FormValues;
  /** Field name -> what is wrong with it. */
  readonly wrong?: Readonly<Record<string, string>>;
}

/** A form as a card with inputs; a field's name is its input's id. Nothing of it is trusted when it comes back. */
export function renderForm(form: Form, drawing: FormDrawing): AdaptiveCard {
  const buttons = [submitButton(form, drawing), ...(drawing.place === "in-card" ? [cancelButton(form, drawing)] : [])];
  const body: readonly CardElement[] = [
    ...(drawing.place === "in-card" ? textBlocks([{ text: form.title, strong: true }]) : []),
    ...(form.intro === undefined ? [] : textBlocks(form.intro)),
    ...form.fields.flatMap((field) => renderField(field, drawing)),
  ];
  return drawing.place === "dialog"
    ? { ...EMPTY_CARD, body, actions: buttons }
    : {
        ...EMPTY_CARD,
        fallbackText: plain(form.title, L.summaryText),
        body: [...body, { type: "ActionSet", actions: buttons }],
      };
}

/** A dialog with a form in it, as the answer to task/fetch and task/submit. */
export function dialogOf(form: Form, drawing: FormDrawing) {
  return {
    task: {
      type: "continue",
      value: {
        title: plain(form.title, L.dialogTitle),
        width: "medium",
        height: "medium",
        card: { contentType: "application/vnd.microsoft.card.adaptive", content: renderForm(form, drawing) },
      },
    },
  };
}

function submitButton(form: Form, { place, openedFrom }: FormDrawing): CardAction {
  const several = form.fields.filter((field) => field.is === "choices").map(({ name }) => name);
  const data = { form: { name: form.name, context: form.context, several, openedFrom } };
  const title = plain(form.submit, L.buttonText);
  return place === "dialog"
    ? { type: "Action.Submit", title, data, style: "positive" }
    : { type: "Action.Execute", title, verb: `submit.${form.name}`, data, style: "positive" };
}

function cancelButton(form: Form, { openedFrom }: FormDrawing): CardAction {
  const title = plain(form.cancel, L.buttonText);
  return { type: "Action.Execute", title, verb: "cancel", data: { cancelled: openedFrom }, associatedInputs: "none" };
}

function renderField(field: Field, drawing: FormDrawing): readonly CardElement[] {
  const wrong = drawing.wrong?.[field.name];
  return [
    renderInput(field, drawing),
    ...(wrong === undefined ? [] : under(textBlocks(wrong, { color: "attention" }))),
    ...(field.hint === undefined ? [] : under(textBlocks(field.hint, { size: "small", isSubtle: true }))),
  ];
}

function under(blocks: readonly CardElement[]): readonly CardElement[] {
  return blocks.map((block) => ({ ...block, spacing: "none" }));
}

function renderInput(field: Field, drawing: FormDrawing): InputElement {
  const value = valueOf(field, drawing.typed);
  const common = {
    id: field.name,
    label: plain(field.label, L.labelText),
    ...(field.optional === true ? {} : { isRequired: true, errorMessage: drawing.fieldMissing }),
    ...(value === null ? {} : { value }),
  };
  switch (field.is) {
    case "line":
    case "paragraph":
      return {
        ...common,
        type: "Input.Text",
        isMultiline: field.is === "paragraph",
        maxLength: Math.min(field.lengthMax, L.inputText),
      };
    case "amount":
      return { ...common, type: "Input.Text", placeholder: plain(field.currency, L.labelText) };
    case "day":
      return { ...common, type: "Input.Date" };
    case "choice":
      return { ...common, type: "Input.ChoiceSet", style: "compact", choices: field.options.map(renderOption) };
    case "choices":
      return { ...common, ...renderChoices(field.options) };
    default:
      return field satisfies never;
  }
}

/** A few choices are ticked at a glance, where Teams reads their titles as markdown; many fold into a list. */
function renderChoices(options: readonly Option[]) {
  const isInSight = options.length <= L.choicesInSight;
  return {
    type: "Input.ChoiceSet" as const,
    style: isInSight ? ("expanded" as const) : ("compact" as const),
    isMultiSelect: true,
    ...(isInSight ? { wrap: true as const } : {}),
    choices: options
      .slice(0, L.choiceOptions)
      .map(renderOption)
      .map(({ title, value }) => ({ title: isInSight ? escapeMarkdown(title) : title, value })),
  };
}

function renderOption({ label, value }: Option): Choice {
  return { title: plain(label, L.choiceText), value };
}

/** What stands in a field: what was typed before, else what is known. Null = empty. */
function valueOf(field: Field, typed: FormValues | undefined): string | null {
  if (typed !== undefined) {
    const before = typed[field.name] ?? null;
    return typeof before === "string" || before === null ? before : before.join(",");
  }
  if (field.is === "choices") return field.values === undefined ? null : field.values.join(",");
  return field.value ?? null;
}

const sentSchema = z.looseObject({
  form: z.object({
    name: z.string(),
    context: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    several: z.array(z.string()),
    openedFrom: openedFromSchema,
  }),
});

/** A form's answer and the message it was opened from; null when it is no form of ours. */
export function readAnswer(data: unknown): { readonly answer: FormAnswer; readonly openedFrom: string | null } | null {
  const sent = sentSchema.safeParse(data).data;
  const form = formNamed(sent?.form.name);
  if (sent === undefined || form === null) return null;
  const { form: about, ...inputs } = sent;
  const values = Object.entries(inputs).map(([name, value]) => [name, readValue(value, about.several.includes(name))]);
  return {
    answer: { form, context: about.context, values: Object.fromEntries(values) as FormValues },
    openedFrom: about.openedFrom,
  };
}

/** Teams sends what was ticked as one text with commas. */
function readValue(value: unknown, isSeveral: boolean): string | readonly string[] | null {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  if (isSeveral) return text === "" ? [] : text.split(",");
  return text === "" ? null : text;
}

function formNamed(name: string | undefined): FormName | null {
  const opening = actionSchema.safeParse({ do: "open-form", form: name }).data;
  return opening?.do === "open-form" ? opening.form : null;
}
