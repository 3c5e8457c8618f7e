import { drawBlocks } from "./blocks.js";
import { fill, h, part } from "./dom.js";
import { listOf } from "./json.js";
import { drawMrkdwn } from "./mrkdwn.js";
import { avatar } from "./people.js";
import { wordsFor } from "./words.js";

/** @import { Drawing, Json, Message, PageState, Person, Place } from "./wire.d.ts" */

/** What is on the screen: only what changed is drawn again, so that a menu being used stays where it is. */
const drawn = { place: "", /** @type {Map<string, { json: string, element: Element }>} */ messages: new Map() };
const NEAR_END_PX = 120;
/** Whoever just did something wants to see what came of it. */
let follows = false;

/**
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {PageState} state
 * @param {(tab: string) => void} choose
 */
export function drawTabs(people, place, state, choose) {
  const words = wordsFor(place.locale);
  const person = people.find((one) => one.id === place.user);
  if (person === undefined) return;
  const tabs = [
    { id: "messages", label: words.messages },
    { id: "home", label: words.home },
    ...state.channels.map(({ id, name, isPrivate }) => ({ id, label: `${isPrivate ? "🔒" : "#"} ${name}` })),
  ];
  fill(
    part("talk-head"),
    h("div", { class: "who" }, avatar(person), h("strong", {}, person.name)),
    h(
      "div",
      { class: "tabs", role: "tablist" },
      ...tabs.map(({ id, label }) =>
        h(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(id === place.tab),
            "data-tab": id,
            onclick: () => choose(id),
          },
          label,
        ),
      ),
    ),
  );
}

/**
 * The conversation or the home, whichever is chosen.
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {PageState} state
 * @param {(message: Message | null) => Drawing} drawingOf
 */
export function drawTalk(people, place, state, drawingOf) {
  if (place.tab === "home") drawHome(place, state, drawingOf(null));
  else drawMessages(people, place, state, drawingOf);
}

/**
 * @param {Place} place
 * @param {PageState} state
 * @param {Drawing} drawing
 */
function drawHome(place, state, drawing) {
  const name = `${place.user} home ${place.locale} ${JSON.stringify(state.home)}`;
  if (drawn.place === name) return;
  drawn.place = name;
  drawn.messages.clear();
  const blocks = listOf(state.home?.["blocks"]);
  fill(
    part("talk-body"),
    h(
      "div",
      { class: "home" },
      ...(blocks.length === 0
        ? [h("p", { class: "empty" }, wordsFor(place.locale).noHome)]
        : drawBlocks(blocks, drawing)),
    ),
  );
}

/**
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {PageState} state
 * @param {(message: Message) => Drawing} drawingOf
 */
function drawMessages(people, place, state, drawingOf) {
  const body = part("talk-body");
  const name = `${place.user} ${place.tab} ${place.locale}`;
  const isNew = drawn.place !== name;
  if (isNew) {
    drawn.place = name;
    drawn.messages.clear();
    fill(body);
  }
  const isAtEnd = isNew || follows || body.scrollHeight - body.scrollTop - body.clientHeight < NEAR_END_PX;
  const hasMore = putMessages(body, people, place, state.messages, drawingOf);
  if (state.messages.length === 0) fill(body, h("p", { class: "empty" }, wordsFor(place.locale).noMessages));
  if (!hasMore || !isAtEnd) return;
  body.scrollTop = follows ? topOf(body, state.messages.at(-1)) : startOfLast(body, state.messages);
  follows = false;
}

/**
 * Draws what is new or otherwise than before; true when a message came.
 * @param {HTMLElement} body
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {readonly Message[]} messages
 * @param {(message: Message) => Drawing} drawingOf
 * @returns {boolean}
 */
function putMessages(body, people, place, messages, drawingOf) {
  let hasMore = false;
  if (messages.length > 0) body.querySelector(".empty")?.remove();
  const known = new Set(messages.map((message) => message.ts));
  for (const [ts, { element }] of drawn.messages) {
    if (known.has(ts)) continue;
    element.remove();
    drawn.messages.delete(ts);
  }
  for (const message of messages) {
    const json = JSON.stringify(message);
    const before = drawn.messages.get(message.ts);
    if (before?.json === json) continue;
    const element = drawMessage(people, place, message, drawingOf(message));
    if (before === undefined) {
      body.append(element);
      hasMore = true;
    } else {
      before.element.replaceWith(element);
    }
    drawn.messages.set(message.ts, { json, element });
  }
  return hasMore;
}

/**
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {Message} message
 * @param {Drawing} drawing
 * @returns {Element}
 */
function drawMessage(people, place, message, drawing) {
  const words = wordsFor(place.locale);
  const author = people.find((one) => one.id === message.user);
  return h(
    "article",
    {
      class: `message${message.isPrivate ? " private" : ""}${message.threadTs === null ? "" : " in-thread"}`,
      "data-ts": message.ts,
    },
    message.isByBot
      ? h("img", { class: "avatar", src: "/page/relais.svg", alt: "" })
      : avatar({ name: author?.name ?? message.user }),
    h(
      "div",
      { class: "message-body" },
      message.isPrivate ? h("p", { class: "only-you" }, words.onlyYou) : null,
      h(
        "p",
        { class: "message-head" },
        h("strong", {}, message.isByBot ? "Relais" : (author?.name ?? message.user)),
        message.isByBot ? h("span", { class: "app" }, "APP") : null,
        h("time", { datetime: instantOf(message.ts).toISOString() }, timeOf(message.ts, place.locale)),
        message.isEdited ? h("small", {}, `(${words.edited})`) : null,
      ),
      ...(message.blocks.length > 0
        ? drawBlocks(message.blocks, drawing)
        : [h("div", { class: "b-section" }, ...drawMrkdwn(message.text, drawing.nameOf))]),
    ),
  );
}

/**
 * Where reading goes on: the first of the messages that came together at the end.
 * @param {HTMLElement} body
 * @param {readonly Message[]} messages
 * @returns {number}
 */
function startOfLast(body, messages) {
  const last = messages.at(-1);
  const together = messages.find((one) => last !== undefined && Number(last.ts) - Number(one.ts) < 60);
  return topOf(body, together);
}

/**
 * @param {HTMLElement} body
 * @param {Message | undefined} message
 * @returns {number}
 */
function topOf(body, message) {
  const element = message === undefined ? undefined : drawn.messages.get(message.ts)?.element;
  return element instanceof HTMLElement ? element.offsetTop - body.offsetTop : body.scrollHeight;
}

/**
 * @param {string} ts
 * @returns {Date}
 */
function instantOf(ts) {
  return new Date(Number(ts) * 1000);
}

/**
 * @param {string} ts
 * @param {"fr" | "en"} locale
 * @returns {string}
 */
function timeOf(ts, locale) {
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "Europe/Paris",
  }).format(instantOf(ts));
}

/** The next message to come is scrolled to. */
export function followNext() {
  follows = true;
}

/**
 * Marks the message that is being acted on.
 * @param {Json | null} message
 * @param {boolean} isBusy
 */
export function markBusy(message, isBusy) {
  const ts = message === null ? "" : String(message["ts"]);
  drawn.messages.get(ts)?.element.classList.toggle("busy", isBusy);
}
