import { fill, h, part } from "./dom.js";
import { wordsFor } from "./words.js";

/** @import { Place, SlashCommand } from "./wire.d.ts" */

/**
 * The line people write in: a slash (in Teams the first letters) opens the list of commands.
 * @param {Place} place
 * @param {string | null} channelName
 * @param {readonly SlashCommand[]} commands
 * @param {(text: string) => Promise<void>} send
 */
export function drawComposer(place, channelName, commands, send) {
  const composer = part("composer");
  composer.hidden = place.tab === "home";
  const label = labelOf(place, channelName);
  const words = wordsFor(place.locale);
  const list = h("div", { class: "suggestions", role: "listbox", id: "suggestions", hidden: true });
  const input = h("input", {
    type: "text",
    id: "line",
    autocomplete: "off",
    placeholder: label,
    "aria-label": label,
    "aria-controls": "suggestions",
  });
  const suggest = () => showSuggestions(list, input, commands);
  input.addEventListener("input", suggest);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true;
    if (event.key === "Tab" && !list.hidden && list.firstElementChild instanceof HTMLElement) {
      event.preventDefault();
      list.firstElementChild.click();
    }
  });
  const form = h(
    "form",
    { class: "line" },
    input,
    h("button", { type: "submit", class: "e-button primary" }, words.send),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    list.hidden = true;
    void send(text);
  });
  fill(composer, list, form);
}

/**
 * @param {Place} place
 * @param {string | null} channelName
 * @returns {string}
 */
function labelOf(place, channelName) {
  const words = wordsFor(place.locale);
  if (place.chat === "teams")
    return channelName === null ? words.teamsComposer : words.teamsComposerChannel(channelName);
  return channelName === null ? words.composer : words.composerChannel(channelName);
}

/**
 * @param {HTMLElement} list
 * @param {HTMLInputElement} input
 * @param {readonly SlashCommand[]} commands
 */
function showSuggestions(list, input, commands) {
  const typed = input.value;
  const fits =
    typed === "" || typed.includes(" ")
      ? []
      : commands.filter((one) => one.command.startsWith(typed) && one.command !== typed);
  list.hidden = fits.length === 0;
  fill(
    list,
    ...fits.map((one) =>
      h(
        "button",
        {
          type: "button",
          role: "option",
          onclick: () => {
            input.value = `${one.command} `;
            list.hidden = true;
            input.focus();
          },
        },
        h("strong", {}, one.command),
        h("span", { class: "hint" }, ` ${one.hint}`),
        h("small", {}, one.does),
      ),
    ),
  );
}
