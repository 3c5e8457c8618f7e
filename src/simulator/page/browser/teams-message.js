import { h } from "./dom.js";
import { drawTime } from "./moment.js";
import { avatar } from "./people.js";
import { drawCard } from "./teams-card.js";
import { wordsFor } from "./words.js";

/** @import { Person, Place, Tap, TeamsMessage } from "./wire.d.ts" */

/**
 * A message as Teams shows it: what the app sends at the left, one's own words at the right.
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {TeamsMessage} message
 * @param {(tap: Tap) => Promise<void>} tap
 * @returns {Element}
 */
export function drawTeamsMessage(people, place, message, tap) {
  const author = people.find((one) => one.id === message.user);
  const isOwn = message.user === place.user;
  return h(
    "article",
    { class: `message teams-message${isOwn ? " own" : ""}`, "data-ts": message.ts },
    message.isByBot ? h("img", { class: "avatar", src: "/page/relais.svg", alt: "" }) : drawAvatar(author, isOwn),
    h(
      "div",
      { class: "message-body" },
      h(
        "p",
        { class: "message-head" },
        isOwn ? null : h("strong", {}, message.isByBot ? "Relais" : (author?.name ?? message.user)),
        drawTime(message.ts, place.locale),
        message.isEdited ? h("small", {}, wordsFor(place.locale).edited) : null,
      ),
      message.card === null
        ? h("div", { class: "bubble" }, message.text.replaceAll(/<at>(.*?)<\/at>/g, "$1"))
        : h("div", { class: "card" }, drawCard(message.card, tap)),
    ),
  );
}

/**
 * @param {Person | undefined} author
 * @param {boolean} isOwn
 * @returns {Node | null}
 */
function drawAvatar(author, isOwn) {
  return isOwn || author === undefined ? null : avatar(author);
}
