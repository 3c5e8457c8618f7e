import { z } from "zod";

import { actionSchema, type FormName } from "#cards/action.ts";
import type { Field, Form, Option } from "#cards/card.ts";
import type { FormAnswer, FormValues } from "#chat/request.ts";
import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import { SLACK_LIMITS as L } from "./limits.ts";
import { originSchema, type Origin } from "./origin.ts";
import { mrkdwn, plain } from "./text.ts";

/** A form as a modal. A field's name is its block_id and action_id, so that an error finds its field. */
export function renderForm(form: Form, origin: Origin): ModalView {
  return {
    type: "modal",
    callback_id: form.name,
    title: plain(form.title, L.viewTitle),
    submit: plain(form.submit, L.viewTitle),
    close: plain(form.cancel, L.viewTitle),
    private_metadata: JSON.stringify({ form: form.name, context: form.context, origin }),
    blocks: [
      ...(form.intro === undefined ? [] : [{ type: "section" as const, text: mrkdwn(form.intro, L.sectionText) }]),
      ...form.fields.map(renderField),
    ],
  };
}

function renderField(field: Field): InputBlock {
  return {
    type: "input",
    block_id: field.name,
    label: plain(field.label, L.inputLabel),
    optional: field.optional ?? false,
    element: renderInput(field),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, L.inputLabel) }),
  };
}

function renderInput(field: Field): InputBlock["element"] {
  const action_id = field.name;
  switch (field.is) {
    case "line":
    case "paragraph":
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.is === "paragraph",
        max_length: Math.min(field.lengthMax, L.inputText),
        ...(field.value === undefined ? {} : { initial_value: field.value }),
      };
    case "amount":
      return {
        type: "plain_text_input",
        action_id,
        placeholder: plain(field.currency, L.placeholder),
        ...(field.value === undefined ? {} : { initial_value: field.value }),
      };
    case "day":
      return { type: "datepicker", action_id, ...(field.value === undefined ? {} : { initial_date: field.value }) };
    case "choice": {
      const options = field.options.slice(0, L.selectOptions).map(renderOption);
      const initial = options.find((option) => option.value === field.value);
      return {
        type: "static_select",
        action_id,
        options,
        ...(initial === undefined ? {} : { initial_option: initial }),
      };
    }
    case "choices":
      return renderChoices(field);
    default:
      return field satisfies never;
  }
}

/** A few choices are ticked at a glance; many fold into a menu. */
function renderChoices(field: Extract<Field, { is: "choices" }>): InputBlock["element"] {
  const options = field.options.slice(0, L.selectOptions).map(renderOption);
  const chosen = options.filter((option) => field.values?.includes(option.value ?? "") === true);
  const initial = chosen.length === 0 ? {} : { initial_options: chosen };
  return options.length <= L.choiceOptions
    ? { type: "checkboxes", action_id: field.name, options, ...initial }
    : { type: "multi_static_select", action_id: field.name, options, ...initial };
}

function renderOption(option: Option): PlainTextOption {
  return { text: plain(option.label, L.optionText), value: option.value };
}

const metadataSchema = z.object({
  form: z.string(),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  origin: originSchema,
});

const optionSchema = z.object({ value: z.string() });
const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_option: optionSchema.nullish(),
      selected_options: z.array(optionSchema).optional(),
    }),
  ),
);

/** A modal's answer and where its form was opened from; null when it is no form of ours. */
export function readAnswer(
  privateMetadata: string,
  state: unknown,
): { readonly answer: FormAnswer; readonly origin: Origin } | null {
  const metadata = metadataSchema.safeParse(parsed(privateMetadata)).data;
  const values = stateSchema.safeParse(state).data;
  const form = formNamed(metadata?.form);
  if (metadata === undefined || values === undefined || form === null) return null;
  return { answer: { form, context: metadata.context, values: readValues(values) }, origin: metadata.origin };
}

function readValues(state: z.infer<typeof stateSchema>): FormValues {
  const values = Object.values(state).flatMap((block) =>
    Object.entries(block).map(([name, input]) => {
      if (input.selected_options !== undefined) return [name, input.selected_options.map((option) => option.value)];
      const text = input.value ?? input.selected_date ?? input.selected_option?.value ?? null;
      return [name, text === "" ? null : text];
    }),
  );
  return Object.fromEntries(values) as FormValues;
}

function formNamed(name: string | undefined): FormName | null {
  const opening = actionSchema.safeParse({ do: "open-form", form: name }).data;
  return opening?.do === "open-form" ? opening.form : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
