import { fill, h, part } from "./dom.js";
import { named, wordsFor } from "./words.js";

/** @import { ChatName, Person, Place } from "./wire.d.ts" */

/** As people call them. */
export const CHAT_NAMES = /** @type {const} */ ({ slack: "Slack", teams: "Teams" });
const TEAMS = ["ouest", "est", "siege", "outside"];

/**
 * Who can be played, by team, with what each has not looked at yet.
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {Readonly<Record<string, number>>} unread
 * @param {Readonly<Record<string, ChatName>>} chosen
 * @param {(id: string) => void} choose
 */
export function drawPeople(people, place, unread, chosen, choose) {
  const words = wordsFor(place.locale);
  const nav = part("people");
  nav.setAttribute("aria-label", words.people);
  fill(
    nav,
    ...TEAMS.flatMap((team) => [
      h("h2", { class: "team" }, named(words.teams, team)),
      h(
        "ul",
        {},
        ...people
          .filter((person) => person.team === team)
          .map((person) => h("li", {}, drawPerson(person, place, unread[person.id] ?? 0, chosen[person.id], choose))),
      ),
    ]),
  );
}

/**
 * @param {Person} person
 * @param {Place} place
 * @param {number} unread
 * @param {ChatName | undefined} chat
 * @param {(id: string) => void} choose
 * @returns {Node}
 */
function drawPerson(person, place, unread, chat, choose) {
  const words = wordsFor(place.locale);
  const isChosen = person.id === place.user;
  const role = named(words.roles, person.role);
  const about = chat === undefined ? role : `${CHAT_NAMES[chat]} · ${role}`;
  return h(
    "button",
    {
      type: "button",
      class: "person",
      "aria-current": isChosen ? "true" : null,
      "data-person": person.id,
      onclick: () => choose(person.id),
    },
    avatar(person),
    h("span", { class: "person-name" }, person.name, h("small", {}, about)),
    unread > 0 && !isChosen ? h("span", { class: "badge", "aria-label": words.unread(unread) }, String(unread)) : null,
  );
}

/**
 * Initials on a colour of their own.
 * @param {Pick<Person, "name">} person
 * @returns {Node}
 */
export function avatar({ name }) {
  const words = name.split(" ");
  const initials = `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`;
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return h("span", { class: "avatar", style: `--hue:${hue}`, "aria-hidden": "true" }, initials);
}
