import { loadMail, loadPage, post } from "./api.js";
import { drawClock } from "./clock.js";
import { drawComposer } from "./composer.js";
import { fill, h, part } from "./dom.js";
import { showForm } from "./form.js";
import { isJson } from "./json.js";
import { drawMail } from "./mail.js";
import { drawPeople } from "./people.js";
import { drawTabs, drawTalk, followNext, markBusy } from "./talk.js";
import { drawTour, followTour, toggleTour } from "./tour.js";
import { wordsFor } from "./words.js";

/** @import { Drawing, Json, Message, PageState, Place, Start } from "./wire.d.ts" */

const LOOK_AGAIN_MS = 900;
const TOAST_MS = 5_000;

/** @type {Start} */
const start = JSON.parse(part("start").textContent ?? "{}");
/** @type {Place} */
const place = {
  user: (start.people.find((one) => one.id === localStorage.getItem("relais-user")) ?? start.people[0])?.id ?? "",
  tab: "messages",
  customer: null,
  locale: localStorage.getItem("relais-locale") === "en" ? "en" : "fr",
};
/** How many messages of each person were looked at. */
const seen = new Map();
let mailVersion = -1;
/** @type {PageState | null} */
let state = null;

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
  drawComposer(place, channel?.name ?? null, start.commands, say);
}

async function lookForEver() {
  for (;;) {
    await look().catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_AGAIN_MS);
    });
  }
}

/** Asks for what there is to see, and draws what changed. */
async function look() {
  const asked = `${place.user} ${place.tab}`;
  const loaded = await loadPage(place.user, channelHere());
  // Somebody went elsewhere in the meantime: what came is about another place.
  if (asked !== `${place.user} ${place.tab}`) return;
  const isFirst = state === null;
  state = loaded;
  if (isFirst) for (const [id, count] of Object.entries(loaded.unread)) seen.set(id, count);
  if (document.visibilityState === "visible") seen.set(place.user, loaded.unread[place.user] ?? 0);
  draw(loaded);
  if (loaded.mailVersion !== mailVersion) await lookAtMail();
}

/** @param {PageState} loaded */
function draw(loaded) {
  const unread = Object.fromEntries(
    Object.entries(loaded.unread).map(([id, count]) => [id, count - (seen.get(id) ?? 0)]),
  );
  drawIfChanged("people", [place, unread], () => drawPeople(start.people, place, unread, choosePerson));
  drawIfChanged("tabs", [place, loaded.channels], () => drawTabs(start.people, place, loaded, chooseTab));
  drawClock(place, loaded.clock, move);
  followTour(place, loaded.clock.now);
  drawTalk(start.people, place, loaded, drawingOf);
  showForm(loaded.form, drawingOf(null), { submit, close: closeForm });
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

/**
 * How the blocks of a message (or, without one, of the home or form) act.
 * @param {Message | null} message
 * @returns {Drawing}
 */
function drawingOf(message) {
  const where = () => {
    if (message !== null) return { ts: message.ts, channel: message.channel };
    return state?.form === null ? { home: true } : {};
  };
  return {
    nameOf: (id) => [...start.people, ...(state?.channels ?? [])].find((one) => one.id === id)?.name ?? id,
    act: (act) =>
      doing(async () => {
        const shown = message === null ? null : { ts: message.ts };
        markBusy(shown, true);
        try {
          await acknowledged(post("slack/click", { user: place.user, ...where(), ...act }));
        } finally {
          markBusy(shown, false);
        }
      }),
  };
}

/** @param {string} id */
function choosePerson(id) {
  place.user = id;
  place.tab = "messages";
  place.customer = null;
  mailVersion = -1;
  localStorage.setItem("relais-user", id);
  showPane("talk");
  drawLine();
  void look();
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

/**
 * A slash command, or a message to Relais or the channel.
 * @param {string} text
 */
async function say(text) {
  const channel = channelHere();
  const here = channel === null ? {} : { channel };
  await doing(async () => {
    const [, command, rest] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
    const act =
      command === undefined
        ? post("slack/say", { user: place.user, ...here, text })
        : post("slack/command", { user: place.user, ...here, command, text: rest ?? "" });
    await acknowledged(act);
  });
}

/**
 * @param {Json} values
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
async function submit(values) {
  /** @type {Readonly<Record<string, string>>} */
  let errors = {};
  await doing(async () => {
    const outcome = await post("slack/submit", { user: place.user, values });
    errors = /** @type {Readonly<Record<string, string>>} */ (outcome["errors"] ?? {});
  });
  return errors;
}

async function closeForm() {
  await doing(async () => void (await post("slack/close", { user: place.user })));
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
 * Slack shows when the app did not take an act.
 * @param {Promise<Json>} act
 */
async function acknowledged(act) {
  const { ack } = await act;
  if (isJson(ack) && ack["error"] !== null) throw new Error(wordsFor(place.locale).failed);
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
    const toast = part("toast");
    toast.textContent = error instanceof Error ? error.message : String(error);
    setTimeout(() => fill(toast), TOAST_MS);
  }
  await look().catch(() => undefined);
}
