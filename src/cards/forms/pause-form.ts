import type { Form } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

export interface PauseFormView {
  readonly sellers: readonly { readonly code: string; readonly name: string }[];
  readonly segments: readonly string[];
}

/** Room for a reason: one line on every card. */
export const PAUSE_REASON_LENGTH_MAX = 120;
const SEPARATOR = ":";

/** Fields: `scope` ("company", "seller:CODE", "segment:NAME"), `until`, `reason`. */
export function pauseForm(view: PauseFormView, words: Words): Form {
  const say = words.control.stops.form;
  return {
    name: "pause",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: [
      {
        is: "choice",
        name: "scope",
        label: say.scope,
        value: "company",
        options: [
          { label: say.company, value: "company" },
          ...view.sellers.map(({ code, name }) => ({ label: say.seller(name), value: `seller${SEPARATOR}${code}` })),
          ...view.segments.map((name) => ({ label: say.segment(name), value: `segment${SEPARATOR}${name}` })),
        ],
      },
      { is: "day", name: "until", label: say.until, hint: say.untilHint, optional: true },
      { is: "line", name: "reason", label: say.reason, hint: say.reasonHint, lengthMax: PAUSE_REASON_LENGTH_MAX },
    ],
    context: {},
  };
}

/** What was chosen: "company", or what and its key; null for anything else. */
export function readPauseScope(
  value: string,
): { readonly scope: "company" | "seller" | "segment"; readonly key: string | null } | null {
  if (value === "company") return { scope: "company", key: null };
  const at = value.indexOf(SEPARATOR);
  const [scope, key] = [value.slice(0, at), value.slice(at + 1)];
  return at > 0 && key !== "" && (scope === "seller" || scope === "segment") ? { scope, key } : null;
}
