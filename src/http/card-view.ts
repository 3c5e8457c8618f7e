import { html } from "hono/html";

import { encodeAction, type Action } from "#cards/action.ts";
import { anchorOf, controlsOf } from "#cards/by-link.ts";
import type { Button, Card, Control, Form, Menu, Part, Text } from "#cards/card.ts";
import { chartBars } from "#cards/chart-text.ts";
import { plainText } from "#cards/plain.ts";
import { formView, type FormViewWords, type SentForm } from "#http/form-view.ts";
import type { Markup } from "#http/link-page.ts";

/** The forms of a page: by their encoded action as they open now, and the one that came back with something to mend. */
export interface OpenForms {
  readonly open: ReadonlyMap<string, Form>;
  readonly sent: SentForm | null;
  readonly words: FormViewWords;
}

/** What a page with this card is called: the card's own heading where it begins with one. */
export function cardTitle(card: Card): string {
  const [first] = card.parts;
  return first?.is === "heading" ? first.text : card.summary;
}

/**
 * A card as a part of a page: no script, a form per button, and what unfolds is the browser's own. `isFirst` = its heading
 * is the page's; `isAnswered` = a mail's buttons lead to its controls.
 */
export function cardView(
  card: Card,
  forms: OpenForms,
  place: { readonly isFirst: boolean; readonly isAnswered: boolean },
): Markup {
  const parts = place.isFirst && beginsWithTitle(card) ? card.parts.slice(1) : card.parts;
  const nth = new Map<Control, number>(controlsOf(card).map((control, index) => [control, index]));
  const prefix = place.isAnswered ? "" : "b-";
  const drawControl = (control: Control) => controlView(control, forms, `${prefix}${anchorOf(nth.get(control) ?? 0)}`);
  return html`<section>${parts.map((part) => partView(part, drawControl))}</section>`;
}

/** What is the page's title already is not said twice. */
function beginsWithTitle(card: Card): boolean {
  const [first] = card.parts;
  if (first === undefined || !(first.is === "heading" || first.is === "text" || first.is === "small")) return false;
  return plainText(first.text) === cardTitle(card);
}

type DrawControl = (control: Control) => Markup;

function partView(part: Part, drawControl: DrawControl): Markup {
  switch (part.is) {
    case "heading":
      return html`<h2>${part.text}</h2>`;
    case "text":
      return html`<p>${textView(part.text)}</p>`;
    case "small":
      return html`<p class="small">${textView(part.text)}</p>`;
    case "facts":
      return html`<dl>
        ${part.facts.map(
          ({ label, value }) =>
            html`<dt>${label}</dt>
              <dd>${textView(value)}</dd>`,
        )}
      </dl>`;
    case "item":
      return html`<div class="item">
        <p>${textView(part.text)}</p>
        ${part.control === undefined ? "" : drawControl(part.control)}
      </div>`;
    case "quote":
      return html`<blockquote>${textView(part.text)}</blockquote>`;
    case "controls":
      return html`<div class="controls">${part.controls.map(drawControl)}</div>`;
    case "chart":
      return html`<figure>
        <figcaption>${part.chart.title}</figcaption>
        ${chartBars(part.chart).map((bar) => html`<p class="bar">${bar}</p>`)}
      </figure>`;
    case "line":
      return html`<hr />`;
    default:
      return part satisfies never;
  }
}

function textView(text: Text): Markup {
  const spans = typeof text === "string" ? [{ text }] : text;
  return html`${spans.map((span) => {
    const struck = span.struck === true ? html`<s>${lines(span.text)}</s>` : lines(span.text);
    const strong = span.strong === true ? html`<strong>${struck}</strong>` : struck;
    return span.href === undefined ? strong : html`<a href="${span.href}">${strong}</a>`;
  })}`;
}

function lines(text: string): Markup {
  return html`${text.split("\n").map((line, index) => (index === 0 ? line : html`<br />${line}`))}`;
}

function controlView(control: Control, forms: OpenForms, anchor: string): Markup {
  return control.is === "button" ? buttonView(control, forms, anchor) : menuView(control, forms, anchor);
}

function buttonView(button: Button, forms: OpenForms, anchor: string): Markup {
  if (button.action.do === "open-form") return formFold(button, forms, anchor);
  if (button.confirm === undefined) return pressView(button, anchor, button.look === "primary" ? "" : "quiet");
  const { title, text, yes } = button.confirm;
  return html`<details>
    <summary>${button.label}</summary>
    <p id="${anchor}"><strong>${title}</strong><br />${text}</p>
    ${pressView({ label: yes, action: button.action }, `${anchor}-yes`, "")}
  </details>`;
}

/** A menu unfolds into its entries, each as large as a thumb. */
function menuView(menu: Menu, forms: OpenForms, anchor: string): Markup {
  const isSent = menu.options.some(({ action }) => isSentForm(action, forms));
  return html`<details ${isSent ? "open" : ""}>
    <summary>${menu.label}</summary>
    <div class="menu" id="${anchor}">
      ${menu.options.map((option, index) =>
        option.action.do === "open-form"
          ? formFold(option, forms, `${anchor}-${index + 1}`)
          : pressView(option, `${anchor}-${index + 1}`, "quiet"),
      )}
    </div>
  </details>`;
}

interface Entry {
  readonly label: string;
  readonly action: Action;
}

function pressView({ label, action }: Entry, id: string, look: "" | "quiet"): Markup {
  return html`<form method="post" action="?" id="${id}">
    <input type="hidden" name="action" value="${encodeAction(action)}" />
    <button class="${look}">${label}</button>
  </form>`;
}

/** A form unfolds where its button stands. One that cannot be opened now is left out: its verb would refuse it. */
function formFold({ label, action }: Entry, forms: OpenForms, anchor: string): Markup {
  const encoded = encodeAction(action);
  const form = forms.open.get(encoded);
  if (form === undefined) return html``;
  const isSent = isSentForm(action, forms);
  return html`<details ${isSent ? "open" : ""}>
    <summary>${label}</summary>
    ${formView(form, { action: encoded, id: anchor, sent: isSent ? forms.sent : null, words: forms.words })}
  </details>`;
}

function isSentForm(action: Action, { sent }: OpenForms): boolean {
  return sent !== null && sent.action === encodeAction(action);
}
