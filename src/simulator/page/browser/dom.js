/** @typedef {string | number | boolean | null | undefined | ((event: Event) => void)} Attribute */
/** @typedef {Node | string | null | false | readonly (Node | string | null | false)[]} Child */

/**
 * Makes an element: attributes as they are written, `on...` as listeners, false and null left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Readonly<Record<string, Attribute>>} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/**
 * Shows these children in the place of what was there.
 * @param {Element} parent
 * @param {...Child} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
}

/**
 * An element of the page's frame.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function part(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part "${id}".`);
  return found;
}

/**
 * @param {readonly Child[]} children
 * @returns {readonly (Node | string)[]}
 */
function present(children) {
  return children.flat().filter((child) => child !== null && child !== false);
}
