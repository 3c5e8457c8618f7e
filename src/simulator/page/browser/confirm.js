import { fill, h, part } from "./dom.js";

/**
 * Asks before something happens; false when it was left in any way.
 * @param {{ readonly title: string, readonly text: string, readonly yes: string, readonly no: string }} question
 * @returns {Promise<boolean>}
 */
export function confirmed(question) {
  const dialog = part("confirm");
  if (!(dialog instanceof HTMLDialogElement)) return Promise.resolve(false);
  return new Promise((resolve) => {
    fill(
      dialog,
      h(
        "form",
        { method: "dialog", class: "form" },
        h("h2", {}, question.title),
        h("p", {}, question.text),
        h(
          "div",
          { class: "form-buttons" },
          h("button", { class: "e-button", value: "no" }, question.no),
          h("button", { class: "e-button primary", value: "yes" }, question.yes),
        ),
      ),
    );
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}
