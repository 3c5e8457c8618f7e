import { fill, h, part } from "./dom.js";
import { CHAT_NAMES } from "./people.js";
import { wordsFor } from "./words.js";

/** @import { ChatName, Person, Place } from "./wire.d.ts" */

const CHATS = /** @type {const} */ (["slack", "teams"]);

/**
 * The one switch between the two chats.
 * @param {Place} place
 * @param {(chat: ChatName) => void} look
 */
export function drawChats(place, look) {
  document.body.dataset["chat"] = place.chat;
  const switcher = part("chats");
  switcher.setAttribute("aria-label", wordsFor(place.locale).chats);
  const buttons = CHATS.map((chat) =>
    h(
      "button",
      {
        type: "button",
        "data-chat": chat,
        "aria-pressed": String(chat === place.chat),
        onclick: () => look(chat),
      },
      CHAT_NAMES[chat],
    ),
  );
  fill(switcher, ...buttons);
}

/**
 * Said while somebody looks at a chat that this person does not read Relais in, with a way to change that.
 * @param {Place} place
 * @param {Person | undefined} person
 * @param {ChatName | undefined} chosen Undefined for somebody from outside, who receives nothing anywhere.
 * @param {() => Promise<void>} receiveHere
 */
export function drawOtherChat(place, person, chosen, receiveHere) {
  const hint = part("other-chat");
  hint.hidden = chosen === undefined || chosen === place.chat;
  if (hint.hidden || chosen === undefined) return;
  const words = wordsFor(place.locale);
  const name = person?.name.split(" ")[0] ?? "";
  fill(
    hint,
    h("p", {}, words.otherChat(name, CHAT_NAMES[chosen])),
    h("button", { type: "button", onclick: () => void receiveHere() }, words.receiveHere(CHAT_NAMES[place.chat])),
  );
}
