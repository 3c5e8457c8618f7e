import { fill, h, part } from "./dom.js";
import { wordsFor } from "./words.js";

/** @import { Place } from "./wire.d.ts" */

const KEY = "relais-tour";
/** The digest has come; the promise has not. */
const STEPS_REACHED = [
  { from: 0, at: "2026-11-24T07:30:00.000Z" },
  { from: 3, at: "2026-12-02T07:30:00.000Z" },
];

/** @returns {number} The step that was read last, -1 when the tour was closed. */
function stepAt() {
  return Number(localStorage.getItem(KEY) ?? "0");
}

/**
 * The guided tour, until somebody closes it.
 * @param {Place} place
 */
export function drawTour(place) {
  const words = wordsFor(place.locale);
  const element = part("tour");
  const at = stepAt();
  const go = (/** @type {number} */ to) => {
    localStorage.setItem(KEY, String(to));
    drawTour(place);
  };
  element.hidden = at < 0;
  element.setAttribute("aria-label", words.tour);
  const last = words.steps.length - 1;
  const step = Math.min(Math.max(at, 0), last);
  fill(
    element,
    h(
      "p",
      { class: "tour-text", "aria-live": "polite" },
      h("strong", {}, `${step + 1}/${last + 1} `),
      words.steps[step] ?? "",
    ),
    h(
      "div",
      { class: "tour-buttons" },
      h(
        "button",
        { type: "button", disabled: step === 0, "aria-label": words.previous, onclick: () => go(step - 1) },
        "←",
      ),
      h(
        "button",
        { type: "button", disabled: step === last, "aria-label": words.next, onclick: () => go(step + 1) },
        "→",
      ),
      h("button", { type: "button", "aria-label": words.close, onclick: () => go(-1) }, "✕"),
    ),
  );
}

/**
 * Whoever follows the tour by moving time is shown the next step without asking for it.
 * @param {Place} place
 * @param {string} now
 */
export function followTour(place, now) {
  const reached = STEPS_REACHED.find(({ from, at }) => stepAt() === from && now >= at);
  if (reached === undefined) return;
  localStorage.setItem(KEY, String(reached.from + 1));
  drawTour(place);
}

/** Opens the tour where it was left, or closes it. */
export function toggleTour() {
  localStorage.setItem(KEY, stepAt() < 0 ? "0" : "-1");
}
