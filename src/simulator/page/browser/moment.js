import { h } from "./dom.js";

/**
 * When a message came, in the company's time.
 * @param {string} ts Seconds, as Slack writes them.
 * @param {"fr" | "en"} locale
 * @returns {Node}
 */
export function drawTime(ts, locale) {
  const instant = new Date(Number(ts) * 1000);
  const written = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "Europe/Paris",
  }).format(instant);
  return h("time", { datetime: instant.toISOString() }, written);
}
