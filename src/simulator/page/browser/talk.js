import { drawBlocks } from "./blocks.js";
import { fill, h, part } from "./dom.js";
import { listOf } from "./json.js";
import { drawMrkdwn } from "./mrkdwn.js";
import { drawTime } from "./moment.js";
import { avatar } from "./people.js";
import { drawTeamsMessage } from "./teams-message.js";
import { wordsFor } from "./words.js";

/** @import { AttachedFile, Drawing, Message, PageState, Person, Place, SlackState, Tap, TeamsMessage } from "./wire.d.ts" */

/**
 * @typedef {object} TalkDoors
 * @property {(message: Message | null) => Drawing} drawingOf How Block Kit acts.
 * @property {(message: TeamsMessage, tap: Tap) => Promise<void>} tap How an Adaptive Card acts.
 */

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
    ...(place.chat === "slack" ? [{ id: "home", label: words.home }] : []),
    ...state.channels.map(({ id, name, isPrivate }) => ({
      id,
      label: place.chat === "teams" ? name : `${isPrivate ? "🔒" : "#"} ${name}`,
    })),
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
  part("talk-head").querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * The conversation or the home, whichever is chosen.
 * @param {readonly Person[]} people
 * @param {Place} place
 * @param {PageState} state
 * @param {TalkDoors} doors
 */
export function drawTalk(people, place, state, doors) {
  if (state.chat === "slack" && place.tab === "home") return drawHome(place, state, doors.drawingOf(null));
  /** @type {readonly Drawable[]} */
  const messages =
    state.chat === "teams"
      ? state.messages.map((message) => ({
          message,
          draw: () => drawTeamsMessage(people, place, message, (tap) => doors.tap(message, tap)),
        }))
      : state.messages.map((message) => ({
          message,
          draw: () => drawMessage(people, place, message, doors.drawingOf(message)),
        }));
  return drawMessages(place, messages);
}

/**
 * @typedef {object} Drawable
 * @property {{ readonly ts: string }} message
 * @property {() => Element} draw
 */

/**
 * @param {Place} place
 * @param {SlackState} state
 * @param {Drawing} drawing
 */
function drawHome(place, state, drawing) {
  const name = `${place.user} home ${place.locale} ${JSON.stringify(state.home)}`;
  if (drawn.place === name) return;
  const isNew = !drawn.place.startsWith(`${place.user} home `);
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
  if (isNew) part("talk-body").scrollTop = 0;
}

/**
 * @param {Place} place
 * @param {readonly Drawable[]} messages
 */
function drawMessages(place, messages) {
  const body = part("talk-body");
  const name = `${place.user} ${place.chat} ${place.tab} ${place.locale}`;
  const isNew = drawn.place !== name;
  if (isNew) {
    drawn.place = name;
    drawn.messages.clear();
    fill(body);
  }
  const isAtEnd = isNew || follows || body.scrollHeight - body.scrollTop - body.clientHeight < NEAR_END_PX;
  const hasMore = putMessages(body, messages);
  if (messages.length === 0) fill(body, h("p", { class: "empty" }, wordsFor(place.locale).noMessages));
  if (!hasMore || !isAtEnd) return;
  body.scrollTop = follows ? topOf(body, messages.at(-1)?.message) : startOfLast(body, messages);
  follows = false;
}

/**
 * Draws what is new or otherwise than before; true when a message came.
 * @param {HTMLElement} body
 * @param {readonly Drawable[]} messages
 * @returns {boolean}
 */
function putMessages(body, messages) {
  let hasMore = false;
  if (messages.length > 0) body.querySelector(".empty")?.remove();
  const known = new Set(messages.map(({ message }) => message.ts));
  for (const [ts, { element }] of drawn.messages) {
    if (known.has(ts)) continue;
    element.remove();
    drawn.messages.delete(ts);
  }
  for (const { message, draw } of messages) {
    const json = JSON.stringify(message);
    const before = drawn.messages.get(message.ts);
    if (before?.json === json) continue;
    const element = draw();
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
        drawTime(message.ts, place.locale),
        message.isEdited ? h("small", {}, `(${words.edited})`) : null,
      ),
      ...(message.blocks.length > 0
        ? drawBlocks(message.blocks, drawing)
        : // A file that came without a word has its own name as its text: its link says it.
          [
            message.files.every(({ name }) => name !== message.text) &&
              h("div", { class: "b-section-text" }, ...drawMrkdwn(message.text, drawing.nameOf)),
          ]),
      ...message.files.map(drawFile),
    ),
  );
}

/**
 * @param {AttachedFile} file
 * @returns {Element}
 */
function drawFile({ id, name }) {
  const href = `/simulator/slack/files/${encodeURIComponent(id)}`;
  return h("p", { class: "file" }, h("a", { href, target: "_blank", rel: "noopener" }, `📎 ${name}`));
}

/**
 * Where reading goes on: the first of the messages that came together at the end.
 * @param {HTMLElement} body
 * @param {readonly Drawable[]} messages
 * @returns {number}
 */
function startOfLast(body, messages) {
  const last = Number(messages.at(-1)?.message.ts);
  return topOf(body, messages.find(({ message }) => last - Number(message.ts) < 60)?.message);
}

/**
 * @param {HTMLElement} body
 * @param {{ readonly ts: string } | undefined} message
 * @returns {number}
 */
function topOf(body, message) {
  const element = message === undefined ? undefined : drawn.messages.get(message.ts)?.element;
  return element instanceof HTMLElement ? element.offsetTop - body.offsetTop : body.scrollHeight;
}

/** The next message to come is scrolled to. */
export function followNext() {
  follows = true;
}

/**
 * Marks the message that is being acted on.
 * @param {string | null} ts
 * @param {boolean} isBusy
 */
export function markBusy(ts, isBusy) {
  drawn.messages.get(ts ?? "")?.element.classList.toggle("busy", isBusy);
}
