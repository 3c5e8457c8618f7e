import { h } from "./dom.js";

/** @typedef {{ readonly label: string, readonly value: string }} MenuOption */

const EDGE_PX = 8;
const PHONE_PX = 640;

/**
 * Opens a list under its button (on a phone: from the bottom) and gives the chosen value, null when it was left.
 * @param {HTMLElement} opener
 * @param {string} title
 * @param {readonly MenuOption[]} options
 * @returns {Promise<string | null>}
 */
export function openMenu(opener, title, options) {
  return new Promise((resolve) => {
    /** @type {string | null} */
    let chosen = null;
    const choose = (/** @type {string} */ value) => {
      chosen = value;
      menu.hidePopover();
    };
    const items = options.map((option) =>
      h(
        "button",
        { type: "button", role: "menuitem", "data-value": option.value, onclick: () => choose(option.value) },
        option.label,
      ),
    );
    const menu = h(
      "div",
      { class: "menu", role: "menu", popover: "auto", "aria-label": title },
      h("p", { class: "menu-title" }, title),
      ...items,
    );
    menu.addEventListener("keydown", (event) => moveFocus(event, items));
    menu.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      menu.remove();
      opener.focus();
      resolve(chosen);
    });
    document.body.append(menu);
    menu.showPopover();
    place(menu, opener);
    items[0]?.focus();
  });
}

/**
 * @param {HTMLElement} menu
 * @param {HTMLElement} opener
 */
function place(menu, opener) {
  if (window.innerWidth < PHONE_PX) return;
  const anchor = opener.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + 4;
  const top = below + height > window.innerHeight - EDGE_PX ? Math.max(EDGE_PX, anchor.top - height - 4) : below;
  menu.style.left = `${Math.max(EDGE_PX, Math.min(anchor.left, window.innerWidth - width - EDGE_PX))}px`;
  menu.style.top = `${top}px`;
}

/**
 * @param {KeyboardEvent} event
 * @param {readonly HTMLElement[]} items
 */
function moveFocus(event, items) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
