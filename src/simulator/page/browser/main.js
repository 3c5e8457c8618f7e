import { slackActs, teamsActs } from "./acts.js";
import { loadMail, loadPage, post } from "./api.js";
import { drawChats, drawOtherChat } from "./chats.js";
import { drawClock } from "./clock.js";
import { drawComposer } from "./composer.js";
import { fill, h, part } from "./dom.js";
import { showForm } from "./form.js";
import { drawMail } from "./mail.js";
import { drawPeople } from "./people.js";
import { drawTabs, drawTalk, followNext } from "./talk.js";
import { loadRenderer } from "./teams-card.js";
import { showTeamsForm } from "./teams-form.js";
import { drawTour, followTour, toggleTour } from "./tour.js";
import { wordsFor } from "./words.js";

/** @import { ChatName, PageState, Place, Start } from "./wire.d.ts" */

const LOOK_AGAIN_MS = 900;
const TOAST_MS = 5_000;

/** @type {Start} */
const start = JSON.parse(part("start").textContent ?? "{}");
/** @type {Place} */
const place = {
  user: (start.people.find((one) => one.id === localStorage.getItem("relais-user")) ?? start.people[0])?.id ?? "",
  chat: "slack",
  tab: "messages",
  customer: null,
  locale: localStorage.getItem("relais-locale") === "en" ? "en" : "fr",
};
/** How many messages of each person were looked at. */
const seen = new Map();
let mailVersion = -1;
/** How many sentences popped up, and for whom. */
let notices = { user: "", count: 0 };
/** @type {PageState | null} */
let state = null;

const deps = {
  place,
  doing,
  handle: () => start.people.find((one) => one.id === place.user)?.handle ?? "",
  isOffered: (/** @type {string} */ command) => start.commands.some((one) => one.command === command),
  hasForm: () => state?.chat === "slack" && state.form !== null,
  nameOf: (/** @type {string} */ id) =>
    [...start.people, ...(state?.channels ?? [])].find((one) => one.id === id)?.name ?? id,
};
const slack = slackActs(deps);
const teams = teamsActs(deps);

drawFrame();
void lookForEver();

/** What changes only with the language or the place. */
function drawFrame() {
  const words = wordsFor(place.locale);
  document.documentElement.lang = place.locale;
  fill(
    part("top-side"),
    h("button", { type: "button", id: "tour-button", onclick: () => (toggleTour(), drawTour(place)) }, words.tour),
    h(
      "button",
      { type: "button", id: "language", lang: place.locale === "fr" ? "en" : "fr", onclick: switchLanguage },
      words.otherLanguage,
    ),
  );
  const panes = /** @type {const} */ ([
    ["people", words.people, "👥"],
    ["talk", words.messages, "💬"],
    ["mail", words.customers, "✉️"],
  ]);
  fill(
    part("tabbar"),
    ...panes.map(([pane, label, sign]) =>
      h(
        "button",
        {
          type: "button",
          "data-pane": pane,
          "aria-pressed": String(document.body.dataset["pane"] === pane),
          onclick: () => showPane(pane),
        },
        h("span", { "aria-hidden": "true" }, sign),
        label,
      ),
    ),
  );
  drawTour(place);
  drawLine();
}

function drawLine() {
  const channel = state?.channels.find((one) => one.id === place.tab);
  const offered = place.chat === "teams" ? start.words : start.commands;
  drawComposer(place, channel?.name ?? null, offered, say);
}

async function lookForEver() {
  for (;;) {
    await look().catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN_MS);
    });
  }
}

/**
 * Asks for what there is to see, and draws what changed.
 * @returns {Promise<void>}
 */
async function look() {
  const where = () => `${place.user} ${place.chat} ${place.tab}`;
  const asked = where();
  const loaded = await loadPage(place.user, place.chat, channelHere());
  if (loaded.chat === "teams") await loadRenderer();
  // Somebody went elsewhere in the meantime: what came is about another place.
  if (asked !== where()) return;
  const isFirst = state === null;
  state = loaded;
  if (isFirst) {
    for (const [id, count] of Object.entries(loaded.unread)) seen.set(id, count);
    if (loaded.chosen[place.user] === "teams" && place.chat === "slack") return lookInto("teams");
  }
  if (document.visibilityState === "visible") seen.set(place.user, loaded.unread[place.user] ?? 0);
  draw(loaded);
  if (loaded.mailVersion !== mailVersion) await lookAtMail();
}

/** @param {PageState} loaded */
function draw(loaded) {
  const unread = Object.fromEntries(
    Object.entries(loaded.unread).map(([id, count]) => [id, count - (seen.get(id) ?? 0)]),
  );
  const { chosen } = loaded;
  drawIfChanged("people", [place, unread, chosen], () => drawPeople(start.people, place, unread, chosen, choosePerson));
  drawIfChanged("chats", [place, chosen[place.user]], () => {
    const person = start.people.find((one) => one.id === place.user);
    drawChats(place, (chat) => void lookInto(chat));
    drawOtherChat(place, person, chosen[place.user], receiveHere);
  });
  drawIfChanged("tabs", [place, loaded.channels], () => drawTabs(start.people, place, loaded, chooseTab));
  drawClock(place, loaded.clock, move);
  followTour(place, loaded.clock.now);
  drawTalk(start.people, place, loaded, {
    drawingOf: (message) => slack.drawingOf(message),
    tap: (message, tap) => teams.tap(message, channelHere(), tap),
  });
  showForm(loaded.chat === "slack" ? loaded.form : null, slack.drawingOf(null), slack);
  showTeamsForm(place, loaded.chat === "teams" ? loaded.dialog : null, teams);
  if (loaded.chat === "teams") popUp(loaded.noticesSoFar, loaded.notices.at(-1));
}

/**
 * Teams shows a sentence for a moment, once.
 * @param {number} count
 * @param {string | undefined} newest
 */
function popUp(count, newest) {
  if (notices.user === place.user && count > notices.count && newest !== undefined) showToast(newest, "notice");
  notices = { user: place.user, count };
}

/** @type {Map<string, string>} */
const onScreen = new Map();

/**
 * @param {string} name
 * @param {unknown} about
 * @param {() => void} drawIt
 */
function drawIfChanged(name, about, drawIt) {
  const json = JSON.stringify(about);
  if (onScreen.get(name) === json) return;
  onScreen.set(name, json);
  drawIt();
}

async function lookAtMail() {
  const mail = await loadMail(place.user, place.customer);
  mailVersion = mail.version;
  drawMail(place, mail, chooseCustomer, reply);
}

/** @returns {string | null} */
function channelHere() {
  return place.tab === "messages" || place.tab === "home" ? null : place.tab;
}

/** @param {string} id */
function choosePerson(id) {
  place.user = id;
  place.chat = state?.chosen[id] ?? place.chat;
  place.tab = "messages";
  place.customer = null;
  mailVersion = -1;
  localStorage.setItem("relais-user", id);
  showPane("talk");
  drawLine();
  void look();
}

/**
 * The same person in the other chat.
 * @param {ChatName} chat
 */
function lookInto(chat) {
  place.chat = chat;
  place.tab = "messages";
  showPane("talk");
  drawLine();
  return look();
}

/** The person reads Relais in the chat that is looked at from now on. */
async function receiveHere() {
  await doing(async () => void (await post("chats", { user: place.user, chat: place.chat })));
}

/** @param {string} tab */
function chooseTab(tab) {
  place.tab = tab;
  drawLine();
  void doing(async () => {
    if (tab === "home") await post("slack/open-home", { user: place.user });
  });
}

/** @param {string} customer */
function chooseCustomer(customer) {
  place.customer = customer;
  void lookAtMail();
}

/** @param {"people" | "talk" | "mail"} pane */
function showPane(pane) {
  document.body.dataset["pane"] = pane;
  for (const button of part("tabbar").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset["pane"] === pane));
  }
}

function switchLanguage() {
  place.locale = place.locale === "fr" ? "en" : "fr";
  localStorage.setItem("relais-locale", place.locale);
  drawFrame();
  mailVersion = -1;
  void look();
}

/** @param {string} text */
async function say(text) {
  await doing(() => (place.chat === "teams" ? teams : slack).say(text, channelHere()));
}

/** @param {string} to */
async function move(to) {
  await doing(async () => void (await post("clock", { to, wait: false })));
}

/**
 * @param {string} id
 * @param {string} text
 * @param {string} kind
 */
async function reply(id, text, kind) {
  await doing(async () => void (await post("mail/reply", { id, text, kind })));
}

/**
 * Does something, says when it fails, and shows what came of it.
 * @param {() => Promise<void>} act
 */
async function doing(act) {
  followNext();
  try {
    await act();
  } catch (error) {
    showToast(error instanceof Error ? error.message : String(error), "trouble");
  }
  await look().catch(() => undefined);
}

/**
 * @param {string} text
 * @param {"trouble" | "notice"} kind
 */
function showToast(text, kind) {
  const toast = part("toast");
  toast.textContent = text;
  toast.dataset["kind"] = kind;
  setTimeout(() => toast.textContent === text && fill(toast), TOAST_MS);
}
