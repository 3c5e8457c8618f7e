import { fill, h, part } from "./dom.js";
import { drawCard } from "./teams-card.js";
import { wordsFor } from "./words.js";

/** @import { Json, Place, TeamsDialog } from "./wire.d.ts" */

/**
 * @typedef {object} DialogDoors
 * @property {(values: Json) => Promise<void>} submit
 * @property {() => Promise<void>} close
 */

let shown = "";

/**
 * Shows the dialog in front, or none. One that did not change keeps what was typed in it.
 * @param {Place} place
 * @param {TeamsDialog | null} dialog
 * @param {DialogDoors} doors
 */
export function showTeamsForm(place, dialog, doors) {
  const element = part("teams-form");
  if (!(element instanceof HTMLDialogElement)) return;
  const name = dialog === null ? "" : `${place.user} ${JSON.stringify(dialog)}`;
  if (name === shown) return;
  shown = name;
  if (dialog === null) {
    element.close();
    return;
  }
  const close = () => void doors.close();
  fill(
    element,
    h(
      "div",
      { class: "teams-form", onkeydown: (event) => closeByKey(event, close) },
      h(
        "header",
        {},
        h("h2", {}, dialog.title),
        h("button", { type: "button", "aria-label": wordsFor(place.locale).close, onclick: close }, "✕"),
      ),
      drawCard(dialog.card, ({ values }) => doors.submit(values)),
    ),
  );
  if (!element.open) element.showModal();
  const first = element.querySelector("input, select, textarea");
  if (first instanceof HTMLElement) first.focus();
}

/**
 * The app need not hear of it, but the person's own Teams must: the dialog is closed there.
 * @param {Event} event
 * @param {() => void} close
 */
function closeByKey(event, close) {
  if (!(event instanceof KeyboardEvent) || event.key !== "Escape") return;
  event.preventDefault();
  close();
}
