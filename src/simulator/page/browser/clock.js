import { fill, h, part } from "./dom.js";
import { wordsFor } from "./words.js";

/** @import { Clock, Place } from "./wire.d.ts" */

const MS_PER_DAY = 86_400_000;
let shown = "";

/**
 * The product's day and time, and the buttons that move it.
 * @param {Place} place
 * @param {Clock} clock
 * @param {(to: string) => Promise<void>} move
 */
export function drawClock(place, clock, move) {
  const name = `${place.locale} ${clock.now} ${clock.moving === null}`;
  if (name === shown) return;
  shown = name;
  const words = wordsFor(place.locale);
  const element = part("clock");
  element.setAttribute("aria-label", words.clockLabel);
  const button = (/** @type {string} */ label, /** @type {string} */ to, /** @type {string} */ id) =>
    h(
      "button",
      {
        type: "button",
        class: "time-button",
        "data-move": id,
        disabled: clock.moving !== null,
        onclick: () => void move(to),
      },
      label,
    );
  fill(
    element,
    h("time", { datetime: clock.now, class: "now" }, written(clock.now, place.locale)),
    clock.moving === null ? null : drawProgress(place, clock, clock.moving),
    h(
      "div",
      { class: "time-buttons" },
      button(words.minutes, "+15 minutes", "minutes"),
      button(digestLabel(place, clock), clock.nextDigest, "digest"),
      button(words.week, "+1 week", "week"),
      button(words.month, "+1 month", "month"),
    ),
  );
}

/**
 * @param {Place} place
 * @param {Clock} clock
 * @param {{ readonly from: string, readonly to: string }} moving
 * @returns {Node}
 */
function drawProgress(place, clock, moving) {
  const words = wordsFor(place.locale);
  const from = Date.parse(moving.from);
  const share = (Date.parse(clock.now) - from) / Math.max(1, Date.parse(moving.to) - from);
  return h("progress", { max: 1, value: share, "aria-label": words.moving("") });
}

/**
 * @param {Place} place
 * @param {Clock} clock
 * @returns {string}
 */
function digestLabel(place, clock) {
  const words = wordsFor(place.locale);
  const digestDay = dayOf(clock.nextDigest);
  if (digestDay === clock.day) return words.today;
  const isTomorrow = Date.parse(digestDay) - Date.parse(clock.day) === MS_PER_DAY;
  if (isTomorrow) return words.tomorrow;
  const day = new Intl.DateTimeFormat(place.locale, { weekday: "long", timeZone: "Europe/Paris" });
  const named = day.format(new Date(clock.nextDigest));
  return words.onDay(named.charAt(0).toUpperCase() + named.slice(1));
}

/**
 * @param {string} instant
 * @returns {string}
 */
function dayOf(instant) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date(instant));
}

/**
 * @param {string} instant
 * @param {"fr" | "en"} locale
 * @returns {string}
 */
function written(instant, locale) {
  const zone = { timeZone: "Europe/Paris" };
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const day = new Intl.DateTimeFormat(tag, {
    ...zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const time = new Intl.DateTimeFormat(tag, { ...zone, hour: "numeric", minute: "2-digit" });
  const at = time.format(new Date(instant));
  const named = day.format(new Date(instant));
  return locale === "fr" ? `${named.replace(" 1 ", " 1er ")}, ${at.replace(/^0?(\d+):/, "$1 h ")}` : `${named}, ${at}`;
}
