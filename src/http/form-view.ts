import { html } from "hono/html";

import type { Field, Form, Text } from "#cards/card.ts";
import { plainText } from "#cards/plain.ts";
import type { respond } from "#chat/respond.ts";
import type { LinkFields } from "#http/one-time-links.ts";
import type { Markup } from "#http/link-page.ts";

export type FormAnswer = Extract<Parameters<typeof respond>[1], { is: "form" }>["answer"];

/** A form that was sent: from which button, what stood in it, and what is to be mended. */
export interface SentForm {
  readonly action: string;
  readonly answer: FormAnswer;
  readonly wrong?: Readonly<Record<string, string>>;
}

export interface FormViewWords {
  readonly choose: string;
  readonly inCurrency: (label: string, currency: string) => string;
}

/** Fields are told from what else a page sends, and the boxes of one list from each other. */
const FIELD = "v.";
const BOX = "b.";
const TEXT_LENGTH_MAX = 3_000;

interface Drawing {
  readonly action: string;
  readonly id: string;
  readonly sent: SentForm | null;
  readonly words: FormViewWords;
}

/** A form as the browser's own: what stood in it when it came back, and a sentence under each field to mend. */
export function formView(form: Form, drawing: Drawing): Markup {
  return html`<form method="post" action="?" id="${drawing.id}">
    <input type="hidden" name="action" value="${drawing.action}" />
    ${form.intro === undefined ? "" : introView(form.intro)} ${form.fields.map((field) => fieldView(field, drawing))}
    <button>${form.submit}</button>
  </form>`;
}

/** What was filled in, for the form as it opens now: fields that it does not have count for nothing. */
export function readForm(form: Form, fields: LinkFields): Pick<SentForm, "answer"> {
  const values = form.fields.map((field) => [field.name, valueOf(field, fields)]);
  return { answer: { form: form.name, context: form.context, values: Object.fromEntries(values) } };
}

function valueOf(field: Field, fields: LinkFields): string | readonly string[] | null {
  if (field.is === "choices") {
    return field.options.map(({ value }) => value).filter((value) => fields[boxName(field, value)] !== undefined);
  }
  // Browsers end a line their own way.
  const text = (fields[`${FIELD}${field.name}`] ?? "").replaceAll("\r\n", "\n").slice(0, TEXT_LENGTH_MAX);
  if (field.is === "choice" && !field.options.some(({ value }) => value === text)) return null;
  return text === "" ? null : text;
}

function introView(intro: Text): Markup {
  return html`<p>${plainText(intro)}</p>`;
}

function fieldView(field: Field, drawing: Drawing): Markup {
  const id = `${drawing.id}-${field.name}`;
  const wrong = drawing.sent?.wrong?.[field.name];
  const hint = field.hint === undefined ? "" : html`<p class="hint" id="${id}-hint">${field.hint}</p>`;
  const mend = wrong === undefined ? "" : html`<p class="mend" id="${id}-wrong" role="alert">${wrong}</p>`;
  if (field.is === "choices") return boxesView(field, drawing, html`${hint}${mend}`);
  const label = field.is === "amount" ? drawing.words.inCurrency(field.label, field.currency) : field.label;
  return html`<label for="${id}">${label}</label> ${inputView(field, id, drawing)} ${hint} ${mend}`;
}

type OneField = Exclude<Field, { is: "choices" }>;

function inputView(field: OneField, id: string, drawing: Drawing): Markup {
  const name = `${FIELD}${field.name}`;
  const sent = drawing.sent?.answer.values[field.name];
  const value = drawing.sent === null ? (field.value ?? "") : typeof sent === "string" ? sent : "";
  const required = field.optional === true ? "" : "required";
  const said = html`aria-describedby="${id}-hint ${id}-wrong"`;
  switch (field.is) {
    case "line":
      return html`<input
        id="${id}"
        name="${name}"
        value="${value}"
        maxlength="${field.lengthMax}"
        ${said}
        ${required}
      />`;
    case "paragraph":
      return html`<textarea id="${id}" name="${name}" rows="3" maxlength="${field.lengthMax}" ${said} ${required}>
${value}</textarea>`;
    case "amount":
      return html`<input id="${id}" name="${name}" value="${value}" inputmode="decimal" ${said} ${required} />`;
    case "day":
      return html`<input type="date" id="${id}" name="${name}" value="${value}" ${said} ${required} />`;
    case "choice":
      return html`<select id="${id}" name="${name}" ${said} ${required}>
        ${field.value === undefined ? html`<option value="">${drawing.words.choose}</option>` : ""}
        ${field.options.map(
          (option) =>
            html`<option value="${option.value}" ${option.value === value ? "selected" : ""}>${option.label}</option>`,
        )}
      </select>`;
    default:
      return field satisfies never;
  }
}

type Boxes = Extract<Field, { is: "choices" }>;

function boxesView(field: Boxes, drawing: Drawing, below: Markup): Markup {
  const sent = drawing.sent?.answer.values[field.name];
  const ticked = drawing.sent === null ? (field.values ?? []) : Array.isArray(sent) ? (sent as readonly string[]) : [];
  return html`<fieldset>
    <legend>${field.label}</legend>
    ${field.options.map(
      ({ label, value }) =>
        html`<label class="box"
          ><input type="checkbox" name="${boxName(field, value)}" ${ticked.includes(value) ? "checked" : ""} />
          <span>${label}</span></label
        >`,
    )}
    ${below}
  </fieldset>`;
}

function boxName(field: Boxes, value: string): string {
  return `${BOX}${field.name}.${value}`;
}
