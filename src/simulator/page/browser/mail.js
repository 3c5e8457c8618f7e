import { fill, h, part } from "./dom.js";
import { named, wordsFor } from "./words.js";

/** @import { Mail, MailState, Place } from "./wire.d.ts" */

const KINDS = /** @type {const} */ (["human", "out-of-office", "bounce"]);
const SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";
let shown = "";

/**
 * The customers' mailbox: whom to look at, and each mail as its HTML shows it.
 * @param {Place} place
 * @param {MailState} state
 * @param {(customer: string) => void} choose
 * @param {(id: string, text: string, kind: string) => Promise<void>} reply
 */
export function drawMail(place, state, choose, reply) {
  const name = `${place.locale} ${place.user} ${state.customer} ${state.version}`;
  if (name === shown) return;
  shown = name;
  const words = wordsFor(place.locale);
  const select = h("select", { id: "customer" }, ...drawGroups(place, state));
  select.addEventListener("change", () => choose(select.value));
  fill(
    part("mail"),
    h("h2", {}, words.mailTitle),
    h("p", { class: "mail-hint" }, words.mailHint),
    state.customers.length === 0
      ? h("p", { class: "empty" }, words.noMail)
      : h("label", { class: "choose" }, words.choose, select),
    ...state.mails.map((mail, index) => drawOne(place, mail, index === 0, reply)),
  );
}

/**
 * The customers of the person who is looked at come first.
 * @param {Place} place
 * @param {MailState} state
 * @returns {readonly Node[]}
 */
function drawGroups(place, state) {
  const words = wordsFor(place.locale);
  return [true, false].flatMap((isOwn) => {
    const members = state.customers.filter((one) => one.isOwn === isOwn);
    if (members.length === 0) return [];
    const options = members.map((one) =>
      h(
        "option",
        { value: one.code, selected: one.code === state.customer },
        `${one.name} (${words.mails(one.count)})`,
      ),
    );
    return [h("optgroup", { label: isOwn ? words.own : words.others }, ...options)];
  });
}

/**
 * @param {Place} place
 * @param {Mail} mail
 * @param {boolean} isOpen
 * @param {(id: string, text: string, kind: string) => Promise<void>} reply
 * @returns {Node}
 */
function drawOne(place, mail, isOpen, reply) {
  const words = wordsFor(place.locale);
  const when = new Intl.DateTimeFormat(place.locale === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  }).format(new Date(mail.at));
  return h(
    "details",
    { class: "letter", open: isOpen, "data-mail": mail.id },
    h("summary", {}, h("strong", {}, mail.subject), h("time", { datetime: mail.at }, when)),
    h(
      "p",
      { class: "envelope" },
      `${words.from} : ${mail.from.name} <${mail.from.address}>`,
      h("br", {}),
      `${words.to} : ${mail.to.join(", ")}`,
    ),
    h("div", { class: "sheet" }, sheet(mail)),
    ...mail.attachments.map((file) => h("p", { class: "attachment" }, `📎 ${file}`)),
    ...mail.replies.map((one) =>
      h("blockquote", { class: "reply" }, h("strong", {}, named(words.answered, one.kind)), h("p", {}, one.text)),
    ),
    drawAnswer(place, mail, reply),
  );
}

/**
 * The mail's own HTML, kept apart from the page: no script of it can run.
 * @param {Mail} mail
 * @returns {Node}
 */
function sheet(mail) {
  if (mail.html === null) return h("pre", {}, mail.text);
  const frame = h("iframe", { sandbox: SANDBOX, title: mail.subject, srcdoc: mail.html });
  let fitted = 0;
  const fit = () => {
    const root = frame.contentDocument?.documentElement;
    if (root === undefined || frame.clientWidth === 0 || frame.clientWidth === fitted) return;
    fitted = frame.clientWidth;
    // As mail programs do on a narrow screen: what is too wide is shown smaller.
    root.style.zoom = "1";
    root.style.zoom = String(Math.min(1, root.clientWidth / root.scrollWidth));
    frame.style.height = `${root.getBoundingClientRect().height + 8}px`;
  };
  frame.addEventListener("load", () => {
    // A mail's links open as they do from a mail program: in a page of their own.
    for (const link of frame.contentDocument?.links ?? []) link.setAttribute("target", "_blank");
    fit();
    new ResizeObserver(fit).observe(frame.parentElement ?? frame);
  });
  return frame;
}

/**
 * @param {Place} place
 * @param {Mail} mail
 * @param {(id: string, text: string, kind: string) => Promise<void>} reply
 * @returns {Node}
 */
function drawAnswer(place, mail, reply) {
  const words = wordsFor(place.locale);
  const defaults = { human: words.answerDefault, "out-of-office": words.absenceDefault, bounce: words.bounceDefault };
  const text = h("textarea", { rows: 4, "aria-label": words.answerText }, defaults.human);
  const kind = h(
    "select",
    { "aria-label": words.answer },
    ...KINDS.map((one) => h("option", { value: one }, words.kinds[one])),
  );
  kind.addEventListener("change", () => {
    text.value = named(defaults, kind.value);
  });
  const form = h(
    "form",
    { class: "answer" },
    kind,
    text,
    h("button", { type: "submit", class: "e-button primary" }, words.send),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void reply(mail.id, text.value, kind.value);
  });
  return h("details", { class: "answers" }, h("summary", {}, words.answer), form);
}
